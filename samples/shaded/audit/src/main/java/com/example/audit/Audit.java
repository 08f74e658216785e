package com.example.audit;

import dev.countersign.Secret;
import dev.countersign.runtime.SecretValue;
import dev.countersign.runtime.Secrets;

/** A library with a secret of its own. */
public final class Audit {
  private final SecretValue key;

  Audit(@Secret("AuditKey") SecretValue key) {
    this.key = key;
  }

  public static Audit of(Secrets secrets) {
    return secrets.create(Audit.class);
  }

  public void note(String what) {
    System.out.println("noted " + what + " with " + key.source());
  }
}
