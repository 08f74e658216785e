package com.example.metrics;

import dev.countersign.Secret;
import dev.countersign.runtime.SecretValue;
import dev.countersign.runtime.Secrets;

/** A library with a secret of its own, whose value is the application's to keep. */
public final class Metrics {
  @Secret("MetricsKey")
  private SecretValue key;

  /** Takes what the application loaded: a library never loads secrets itself. */
  public Metrics(Secrets secrets) {
    secrets.inject(this);
  }

  public void count(String event) {
    System.out.println("counted " + event + " with " + key.source());
  }
}
