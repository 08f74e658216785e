package com.acme;

import dev.countersign.runtime.Creator;
import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.Sites;
import java.lang.Override;
import javax.annotation.processing.Generated;

@Generated("dev.countersign.processor.SecretProcessor")
public final class Options_Secrets implements Creator<Options> {
  public Options_Secrets() {
  }

  @Override
  public Options create(Secrets secrets) {
    return new Options(
            Sites.text(secrets, "Token"),
            Sites.bytes(secrets, "Key"));
  }
}
