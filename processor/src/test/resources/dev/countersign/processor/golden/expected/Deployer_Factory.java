package com.acme;

import dev.countersign.runtime.Conversion;
import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.Sites;
import java.io.IOException;
import java.net.URI;
import javax.annotation.processing.Generated;

@Generated("dev.countersign.processor.SecretProcessor")
public final class Deployer_Factory {
  private Deployer_Factory() {
  }

  public static <T> Deployer<T> create(Secrets secrets, URI endpoint, T[] more) throws IOException {
    return new Deployer<T>(
            endpoint,
            Sites.supplier(secrets, "Token", Conversion.text()),
            more);
  }
}
