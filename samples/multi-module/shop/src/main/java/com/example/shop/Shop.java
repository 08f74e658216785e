package com.example.shop;

import com.example.metrics.Metrics;
import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.SecretsException;

/** Loads the secrets of itself and of its libraries, once. */
final class Shop {
  private Shop() {}

  public static void main(String[] arguments) {
    try {
      Secrets secrets = Secrets.load();
      secrets.verify();
      ShopSecrets own = secrets.create(ShopSecrets.class);
      System.out.println("paid with " + own.stripeKey() + " from " + own.stripeKey().source());
      new Metrics(secrets).count("sale");
    } catch (SecretsException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
