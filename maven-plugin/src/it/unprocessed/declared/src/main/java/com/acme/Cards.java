package com.acme;

import dev.countersign.Secret;
import dev.countersign.runtime.SecretValue;
import dev.countersign.runtime.Secrets;

final class Cards {
  @Secret("StripeKey")
  private SecretValue key;

  Cards(Secrets secrets) {
    secrets.inject(this);
  }
}
