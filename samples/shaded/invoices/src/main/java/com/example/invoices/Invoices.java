package com.example.invoices;

import com.example.audit.Audit;
import dev.countersign.Secret;
import dev.countersign.runtime.SecretValue;
import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.SecretsException;

/** Started from one jar that has everything in it, the sealed store included. */
final class Invoices {
  private final SecretValue password;

  Invoices(@Secret("DatabasePassword") SecretValue password) {
    this.password = password;
  }

  private void connect() {
    System.out.println("connected with " + password + " from " + password.source());
  }

  public static void main(String[] arguments) {
    try {
      Secrets secrets = Secrets.load();
      secrets.verify();
      secrets.create(Invoices.class).connect();
      Audit.of(secrets).note("start");
    } catch (SecretsException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
