package com.acme;

import dev.countersign.runtime.Creator;
import dev.countersign.runtime.Injector;
import dev.countersign.runtime.SecretModule;
import java.lang.Override;
import java.lang.String;
import javax.annotation.processing.Generated;

@Generated("dev.countersign.processor.SecretProcessor")
public final class SecretModule_shop_build_classes implements SecretModule {
  public SecretModule_shop_build_classes() {
  }

  @Override
  public String id() {
    return "shop_build_classes";
  }

  @Override
  public Injector<?> injector(String binaryName) {
    switch (binaryName) {
      case "com.acme.Client":
        return new Client_Secrets();
      case "com.acme.Client$Hidden":
        return new Client$Hidden_Secrets();
      case "com.acme.Settings":
        return new Settings_Secrets();
      default:
        return null;
    }
  }

  @Override
  public Creator<?> creator(String binaryName) {
    switch (binaryName) {
      case "com.acme.Keys":
        return new Keys_Secrets();
      case "com.acme.Mailer":
        return new Mailer_Factory();
      case "com.acme.Options":
        return new Options_Secrets();
      default:
        return null;
    }
  }
}
