package com.example.payments;

import dev.countersign.Secret;
import dev.countersign.runtime.SecretValue;
import dev.countersign.runtime.Secrets;
import org.springframework.stereotype.Component;

/** A bean with a field of its own. */
@Component
final class Receipts {
  @Secret("SmtpPassword")
  private SecretValue password;

  Receipts(Secrets secrets) {
    secrets.inject(this);
  }

  void send() {
    System.out.println("receipt sent with " + password.source());
  }
}
