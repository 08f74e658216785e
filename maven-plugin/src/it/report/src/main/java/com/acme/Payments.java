package com.acme;

import dev.countersign.Secret;
import dev.countersign.SecretSet;
import dev.countersign.runtime.SecretValue;

@SecretSet
interface Payments {
  @Secret("StripeKey")
  SecretValue stripeKey();

  @Secret("WebhookKey")
  SecretValue webhookKey();
}
