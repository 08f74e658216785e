package com.acme;

import dev.countersign.Secret;
import dev.countersign.runtime.SecretValue;
import dev.countersign.runtime.Secrets;

final class Metrics {
  @Secret("MetricsKey")
  private SecretValue key;

  Metrics(Secrets secrets) {
    secrets.inject(this);
  }
}
