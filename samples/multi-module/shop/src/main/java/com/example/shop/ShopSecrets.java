package com.example.shop;

import dev.countersign.Secret;
import dev.countersign.SecretSet;
import dev.countersign.runtime.SecretValue;

@SecretSet
interface ShopSecrets {
  @Secret("StripeKey")
  SecretValue stripeKey();
}
