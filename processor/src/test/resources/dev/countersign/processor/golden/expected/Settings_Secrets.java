package com.acme;

import dev.countersign.runtime.Conversion;
import dev.countersign.runtime.Injector;
import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.Sites;
import java.lang.Override;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import javax.annotation.processing.Generated;

@Generated("dev.countersign.processor.SecretProcessor")
public final class Settings_Secrets implements Injector<Settings> {
  private static final VarHandle HIDDEN_PORT = Sites.field(MethodHandles.lookup(), Settings.class, "hiddenPort", long.class);

  public Settings_Secrets() {
  }

  @Override
  public void inject(Settings target, Secrets secrets) {
    target.port = Sites.get(secrets, "Port", Conversion.integer());
    HIDDEN_PORT.set(target, (long) Sites.get(secrets, "Port", Conversion.longInteger()));
    target.mode = Sites.get(secrets, "Mode", Conversion.constant(Settings.Mode.class));
    target.dsn = Sites.optionalSupplier(secrets, "Dsn", Conversion.uri());
  }

  @Override
  public void injectStatic(Secrets secrets) {
  }
}
