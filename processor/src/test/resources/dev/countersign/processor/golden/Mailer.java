package com.acme;

import dev.countersign.Secret;
import dev.countersign.runtime.SecretValue;

class Mailer {
  Mailer(@Secret("Token") SecretValue token, @Secret("Key") byte[] key) {}
}
