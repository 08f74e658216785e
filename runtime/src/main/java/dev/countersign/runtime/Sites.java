package dev.countersign.runtime;

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
    try (SecretValue value = secrets.get(name)) {
      return value.reveal();
    }
  }

  public static char[] chars(Secrets secrets, String name) {
    try (SecretValue value = secrets.get(name)) {
      return value.revealChars();
    }
  }

  public static byte[] bytes(Secrets secrets, String name) {
    try (SecretValue value = secrets.get(name)) {
      return value.revealBytes();
    }
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
    return new CurrentValue<>(secrets.origin(), name, conversion);
  }

  /** Returns what gives the current value each time, or empty while there is none. */
  public static <T> Supplier<Optional<T>> optionalSupplier(
      Secrets secrets, String name, Conversion<T> conversion) {
    secrets.find(name); // still sealed
    return new CurrentOptional<>(secrets.origin(), name, conversion);
  }
}
