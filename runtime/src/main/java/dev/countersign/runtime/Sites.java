package dev.countersign.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;

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

  public static Optional<SecretValue> optionalValue(Secrets secrets, String name) {
    return secrets.find(name);
  }

  public static Optional<String> optionalText(Secrets secrets, String name) {
    Optional<SecretValue> found = secrets.find(name);
    return found.isPresent() ? Optional.of(found.get().reveal()) : Optional.empty();
  }

  public static Optional<char[]> optionalChars(Secrets secrets, String name) {
    Optional<SecretValue> found = secrets.find(name);
    return found.isPresent() ? Optional.of(found.get().revealChars()) : Optional.empty();
  }

  public static Optional<byte[]> optionalBytes(Secrets secrets, String name) {
    Optional<SecretValue> found = secrets.find(name);
    return found.isPresent() ? Optional.of(found.get().revealBytes()) : Optional.empty();
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
