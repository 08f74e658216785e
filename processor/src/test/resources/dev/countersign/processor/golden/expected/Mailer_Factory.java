package com.acme;

import dev.countersign.runtime.Creator;
import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.Sites;
import java.lang.Override;
import javax.annotation.processing.Generated;

@Generated("dev.countersign.processor.SecretProcessor")
public final class Mailer_Factory implements Creator<Mailer> {
  public Mailer_Factory() {
  }

  @Override
  public Mailer create(Secrets secrets) {
    return new Mailer(
            Sites.value(secrets, "Token"),
            Sites.bytes(secrets, "Key"));
  }
}
