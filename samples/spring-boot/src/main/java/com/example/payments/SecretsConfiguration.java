package com.example.payments;

import dev.countersign.runtime.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the secrets once, and makes beans of them and of the set. */
@Configuration
class SecretsConfiguration {
  /** Stops the start if anything is missing or cannot be opened, with all of it named at once. */
  @Bean
  Secrets secrets() {
    Secrets secrets = Secrets.load();
    secrets.verify();
    return secrets;
  }

  @Bean
  PaymentSecrets paymentSecrets(Secrets secrets) {
    return secrets.create(PaymentSecrets.class);
  }
}
