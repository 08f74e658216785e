package com.example.orders;

import dev.countersign.Secret;
import dev.countersign.runtime.Secrets;
import java.util.function.Supplier;

/** A pool of one connection. */
final class Connections {
  @Secret("DatabaseUser")
  private Supplier<String> user;

  @Secret("DatabasePassword")
  private Supplier<String> password;

  private int number;

  Connections(Secrets secrets) {
    secrets.inject(this);
  }

  /** Connects with what counts now. In a listener nothing changes, so that the two fit together. */
  synchronized void connect() {
    number++;
    System.out.printf(
        "connection %d: a user of %d and a password of %d characters%n",
        number, user.get().length(), password.get().length());
  }

  synchronized void query() {
    System.out.printf("asked over connection %d%n", number);
  }
}
