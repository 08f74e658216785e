package dev.countersign.runtime;

import dev.countersign.Secret;
import dev.countersign.runtime.resource.Services;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.ServiceConfigurationError;

/** What is generated to fill and create the classes of all compilations on the class path. */
final class Modules {
  private final List<SecretModule> modules;

  Modules(List<SecretModule> modules) {
    this.modules = List.copyOf(modules);
  }

  /**
   * Finds the modules that the thread's class loader sees, or else this library's own.
   *
   * @throws SecretsException if META-INF/services names a class that is not there or is no module
   */
  static Modules find() {
    return find(Services.loader());
  }

  static Modules find(ClassLoader loader) {
    List<SecretModule> found;
    try {
      found = Services.load(SecretModule.class, loader);
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new SecretsException(
          "a generated module cannot be loaded: "
              + e.getMessage()
              + "\n  fix: clean and build again",
          e);
    }
    return new Modules(inOrder(found));
  }

  /** A class path has its order already. */
  private static List<SecretModule> inOrder(List<SecretModule> found) {
    for (SecretModule module : found) {
      if (module.getClass().getModule().isNamed()) {
        return ModuleOrder.applicationFirst(found, ModuleOrder.main());
      }
    }
    return found;
  }

  List<SecretModule> all() {
    return modules;
  }

  void inject(Object target, Secrets secrets) {
    boolean injected = false;
    for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
      if (fill(type, target, secrets)) {
        injected = true;
      } else if (hasSites(type, false)) {
        throw MissingProcessor.in(type);
      }
    }
    if (!injected) {
      throw new SecretsException(
          target.getClass().getName() + " has no @Secret field, nor has any of its parents");
    }
  }

  private boolean fill(Class<?> type, Object target, Secrets secrets) {
    for (SecretModule module : modules) {
      if (module.inject(type, target, secrets)) {
        return true;
      }
    }
    return false;
  }

  void injectStatic(Class<?> type, Secrets secrets) {
    for (SecretModule module : modules) {
      if (module.injectStatic(type, secrets)) {
        return;
      }
    }
    throw hasSites(type, true)
        ? MissingProcessor.in(type)
        : new SecretsException(type.getName() + " has no static @Secret field");
  }

  <T> T create(Class<T> type, Secrets secrets) {
    for (SecretModule module : modules) {
      Creator<?> creator = module.creator(type.getName());
      if (creator != null) {
        return type.cast(creator.create(secrets));
      }
    }
    throw Uncreatable.because(type);
  }

  /**
   * Says whether a class that no module serves should have been served. A native image has no
   * fields to show of such a class; GraalVM throws a {@link LinkageError} if it is told to be
   * exact.
   */
  private static boolean hasSites(Class<?> type, boolean ofStatics) {
    if (type.getClassLoader() == null) {
      return false; // the platform's own classes
    }
    try {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) == ofStatics
            && field.isAnnotationPresent(Secret.class)) {
          return true;
        }
      }
      return false;
    } catch (LinkageError e) {
      return false; // or a field of a type that is not on the class path: nobody can tell
    }
  }
}
