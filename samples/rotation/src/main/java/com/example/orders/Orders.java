package com.example.orders;

import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.SecretsException;
import java.io.IOException;
import java.time.Duration;

/** Runs until its input ends, and connects again whenever the password has changed. */
final class Orders {
  private static final Duration INTERVAL = Duration.ofSeconds(1); // a minute is usual

  private Orders() {}

  public static void main(String[] arguments) throws IOException {
    try (Secrets secrets = Secrets.builder().refresh(INTERVAL).load()) {
      secrets.verify();
      Connections connections = new Connections(secrets);
      connections.connect();
      secrets.onChange("DatabasePassword", connections::connect);
      while (System.in.read() != -1) {
        connections.query();
      }
    } catch (SecretsException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
