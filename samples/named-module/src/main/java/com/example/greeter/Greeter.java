package com.example.greeter;

import dev.countersign.Secret;
import dev.countersign.runtime.SecretValue;
import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.SecretsException;

/** Nothing is opened to anybody, though a private field is filled. */
final class Greeter {
  @Secret("Greeting")
  private SecretValue greeting;

  private Greeter(Secrets secrets) {
    secrets.inject(this);
  }

  private void greet() {
    System.out.println(greeting.reveal().length() + " characters from " + greeting.source());
  }

  public static void main(String[] arguments) {
    try {
      new Greeter(Secrets.load()).greet();
    } catch (SecretsException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
