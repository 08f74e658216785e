package com.acme;

import dev.countersign.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;

class Deployer<T> {
  Deployer(URI endpoint, @Secret(SecretNames.Token) Supplier<String> token, T... more)
      throws IOException {}
}
