package dev.countersign.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Turns a secret into the type of the site it goes to. Generated code calls these methods;
 * applications have {@link Secrets}.
 *
 * <p>Every method throws {@link UnresolvedSecretException} if a value it must have is missing, or
 * cannot be opened, or does not fit the type.
 */
public final class Sites {
  private Sites() {}

  public static SecretValue value(Secrets secrets, String name) {
    return secrets.get(name);
  }

  public static String text(Secrets secrets, String name) {
    return secrets.get(name).reveal();
  }

  public static char[] chars(Secrets secrets, String name) {
    return secrets.get(name).revealChars();
  }

  public static byte[] bytes(Secrets secrets, String name) {
    return secrets.get(name).revealBytes();
  }

  /** Returns the value as any type. */
  public static <T> T get(Secrets secrets, String name, Conversion<T> conversion) {
    return conversion.of(secrets, name, secrets.get(name));
  }

  /** Returns the value as any type, or empty if there is none. */
  public static <T> Optional<T> find(Secrets secrets, String name, Conversion<T> conversion) {
    Optional<SecretValue> found = secrets.find(name);
    return found.isPresent()
        ? Optional.of(conversion.of(secrets, name, found.get()))
        : Optional.empty();
  }

  /** Returns what gives the current value each time, and makes sure that there is one now. */
  public static <T> Supplier<T> supplier(Secrets secrets, String name, Conversion<T> conversion) {
    secrets.get(name); // still sealed
    return new Current<>(secrets, name, conversion);
  }

  /** Returns what gives the current value each time, or empty while there is none. */
  public static <T> Supplier<Optional<T>> optionalSupplier(
      Secrets secrets, String name, Conversion<T> conversion) {
    secrets.find(name); // still sealed
    return new CurrentOptional<>(secrets, name, conversion);
  }

  /**
   * Returns a handle on a private instance field.
   *
   * @param lookup the lookup of the injector, which is in the package of the class
   * @throws SecretsException if the field cannot be reached: the injector is older than the class
   */
  public static VarHandle field(
      MethodHandles.Lookup lookup, Class<?> owner, String field, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, lookup).findVarHandle(owner, field, type);
    } catch (ReflectiveOperationException e) {
      throw unreachable(owner, field, e);
    }
  }

  /**
   * Returns a handle on a private static field.
   *
   * @param lookup the lookup of the injector, which is in the package of the class
   * @throws SecretsException if the field cannot be reached: the injector is older than the class
   */
  public static VarHandle staticField(
      MethodHandles.Lookup lookup, Class<?> owner, String field, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, lookup).findStaticVarHandle(owner, field, type);
    } catch (ReflectiveOperationException e) {
      throw unreachable(owner, field, e);
    }
  }

  /**
   * Returns a class that the injector cannot name because it is private.
   *
   * @param lookup the lookup of the injector, which is in the package of the class
   * @throws SecretsException if the class is not there: the injector is older than the class
   */
  public static Class<?> owner(MethodHandles.Lookup lookup, String binaryName) {
    try {
      return lookup.findClass(binaryName);
    } catch (ReflectiveOperationException e) {
      throw new SecretsException(
          binaryName + " cannot be reached by its injector: recompile it", e);
    }
  }

  private static SecretsException unreachable(
      Class<?> owner, String field, ReflectiveOperationException e) {
    return new SecretsException(
        owner.getName() + "." + field + " cannot be reached by its injector: recompile it", e);
  }
}
