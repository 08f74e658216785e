package com.acme;

import dev.countersign.Secret;
import dev.countersign.runtime.SecretValue;
import dev.countersign.runtime.Secrets;

final class Hooks {
  @Secret("WebhookKey")
  private SecretValue key;

  Hooks(Secrets secrets) {
    secrets.inject(this);
  }
}
