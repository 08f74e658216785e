package com.example.newsletter;

import dev.countersign.Secret;
import dev.countersign.runtime.SecretValue;
import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.SecretsException;

/** Says with what it would send mail. */
final class Newsletter {
  private final SecretValue password;

  Newsletter(@Secret("SmtpPassword") SecretValue password) {
    this.password = password;
  }

  private void send() {
    System.out.println("sent with " + password + " from " + password.source());
  }

  public static void main(String[] arguments) {
    try {
      Secrets.load().create(Newsletter.class).send();
    } catch (SecretsException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
