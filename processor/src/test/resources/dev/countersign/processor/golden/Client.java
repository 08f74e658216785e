package com.acme;

import dev.countersign.Secret;
import dev.countersign.runtime.SecretValue;
import java.util.Optional;

public class Client<T> {
  @Secret("Token")
  private SecretValue token;

  @Secret("Key")
  byte[] key;

  @Secret("Dsn")
  static Optional<String> dsn;

  @Secret("Key")
  private static char[] sharedKey;

  private static class Hidden {
    @Secret("Token")
    String token;
  }
}
