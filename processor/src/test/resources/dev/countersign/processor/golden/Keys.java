package com.acme;

import dev.countersign.Secret;
import dev.countersign.SecretSet;
import dev.countersign.runtime.SecretValue;
import java.util.Optional;

@SecretSet
public interface Keys {
  @Secret("Token")
  SecretValue token();

  @Secret("Dsn")
  Optional<String> dsn();
}
