package com.acme;

import dev.countersign.runtime.Conversion;
import dev.countersign.runtime.Handles;
import dev.countersign.runtime.SecretValue;
import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.Sites;
import java.lang.Object;
import java.lang.String;
import java.lang.invoke.MethodHandles;
import javax.annotation.processing.Generated;

@Generated("dev.countersign.processor.SecretProcessor")
public final class SecretInjectors_shop_build_classes {
  private static final Handles HANDLES = new Handles(MethodHandles.lookup(), 4);

  private SecretInjectors_shop_build_classes() {
  }

  public static boolean inject(String binaryName, Object target, Secrets secrets) {
    switch (binaryName) {
      case "com.acme.Client":
        injectClient((Client<?>) target, secrets);
        return true;
      case "com.acme.Client$Hidden":
        injectClient$Hidden(target, secrets);
        return true;
      case "com.acme.Settings":
        injectSettings((Settings) target, secrets);
        return true;
      default:
        return false;
    }
  }

  public static boolean injectStatic(String binaryName, Secrets secrets) {
    switch (binaryName) {
      case "com.acme.Client":
        injectStaticClient(secrets);
        return true;
      default:
        return false;
    }
  }

  private static void injectClient(Client<?> target, Secrets secrets) {
    HANDLES.field(0, Client.class, "token", SecretValue.class).set(target, Sites.value(secrets, "Token"));
    target.key = Sites.bytes(secrets, "Key");
  }

  private static void injectStaticClient(Secrets secrets) {
    Client.dsn = Sites.find(secrets, "Dsn", Conversion.text());
    HANDLES.staticField(1, Client.class, "sharedKey", char[].class).set(Sites.chars(secrets, "Key"));
  }

  private static void injectClient$Hidden(Object target, Secrets secrets) {
    HANDLES.field(2, "com.acme.Client$Hidden", "token", String.class).set(target, Sites.text(secrets, "Token"));
  }

  private static void injectSettings(Settings target, Secrets secrets) {
    target.port = Sites.get(secrets, "Port", Conversion.integer());
    HANDLES.field(3, Settings.class, "hiddenPort", long.class).set(target, (long) Sites.get(secrets, "Port", Conversion.longInteger()));
    target.mode = Sites.get(secrets, "Mode", Conversion.constant(Settings.Mode.class));
    target.dsn = Sites.optionalSupplier(secrets, "Dsn", Conversion.uri());
  }
}
