package com.acme;

import dev.countersign.runtime.Conversion;
import dev.countersign.runtime.Injector;
import dev.countersign.runtime.SecretValue;
import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.Sites;
import java.lang.Override;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import javax.annotation.processing.Generated;

@Generated("dev.countersign.processor.SecretProcessor")
public final class Client_Secrets implements Injector<Client<?>> {
  private static final VarHandle TOKEN = Sites.field(MethodHandles.lookup(), Client.class, "token", SecretValue.class);

  private static final VarHandle SHARED_KEY = Sites.staticField(MethodHandles.lookup(), Client.class, "sharedKey", char[].class);

  public Client_Secrets() {
  }

  @Override
  public void inject(Client<?> target, Secrets secrets) {
    TOKEN.set(target, Sites.value(secrets, "Token"));
    target.key = Sites.bytes(secrets, "Key");
  }

  @Override
  public void injectStatic(Secrets secrets) {
    Client.dsn = Sites.find(secrets, "Dsn", Conversion.text());
    SHARED_KEY.set(Sites.chars(secrets, "Key"));
  }
}
