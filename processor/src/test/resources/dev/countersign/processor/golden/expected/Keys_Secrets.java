package com.acme;

import dev.countersign.runtime.Conversion;
import dev.countersign.runtime.Creator;
import dev.countersign.runtime.SecretValue;
import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.Sites;
import java.lang.Override;
import java.lang.String;
import java.util.Optional;
import javax.annotation.processing.Generated;

@Generated("dev.countersign.processor.SecretProcessor")
public final class Keys_Secrets implements Creator<Keys> {
  public Keys_Secrets() {
  }

  @Override
  public Keys create(Secrets secrets) {
    return new Implementation(secrets);
  }

  private static final class Implementation implements Keys {
    private final SecretValue token;

    private final Optional<String> dsn;

    Implementation(Secrets secrets) {
      this.token = Sites.value(secrets, "Token");
      this.dsn = Sites.find(secrets, "Dsn", Conversion.text());
    }

    @Override
    public SecretValue token() {
      return token;
    }

    @Override
    public Optional<String> dsn() {
      return dsn;
    }

    @Override
    public String toString() {
      return "Keys[redacted]";
    }
  }
}
