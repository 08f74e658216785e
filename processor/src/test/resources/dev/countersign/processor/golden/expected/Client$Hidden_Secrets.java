package com.acme;

import dev.countersign.runtime.Injector;
import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.Sites;
import java.lang.Class;
import java.lang.Object;
import java.lang.Override;
import java.lang.String;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import javax.annotation.processing.Generated;

@Generated("dev.countersign.processor.SecretProcessor")
public final class Client$Hidden_Secrets implements Injector<Object> {
  private static final Class<?> OWNER = Sites.owner(MethodHandles.lookup(), "com.acme.Client$Hidden");

  private static final VarHandle TOKEN = Sites.field(MethodHandles.lookup(), OWNER, "token", String.class);

  public Client$Hidden_Secrets() {
  }

  @Override
  public void inject(Object target, Secrets secrets) {
    TOKEN.set(target, Sites.text(secrets, "Token"));
  }

  @Override
  public void injectStatic(Secrets secrets) {
  }
}
