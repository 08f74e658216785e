package com.example.payments;

import dev.countersign.Secret;
import dev.countersign.SecretSet;
import dev.countersign.runtime.SecretValue;
import java.net.URI;
import java.util.Optional;

@SecretSet
interface PaymentSecrets {
  @Secret("StripeKey")
  SecretValue stripeKey();

  @Secret("DatabaseUrl")
  SecretValue databaseUrl();

  @Secret("SentryDsn")
  Optional<URI> sentryDsn();
}
