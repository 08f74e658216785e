package com.acme;

import dev.countersign.runtime.Creator;
import dev.countersign.runtime.SecretModule;
import dev.countersign.runtime.Secrets;
import java.lang.Class;
import java.lang.Object;
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
  public boolean inject(Class<?> type, Object target, Secrets secrets) {
    switch (type.getPackageName()) {
      case "com.acme":
        return SecretInjectors_shop_build_classes.inject(type.getName(), target, secrets);
      default:
        return false;
    }
  }

  @Override
  public boolean injectStatic(Class<?> type, Secrets secrets) {
    switch (type.getPackageName()) {
      case "com.acme":
        return SecretInjectors_shop_build_classes.injectStatic(type.getName(), secrets);
      default:
        return false;
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
