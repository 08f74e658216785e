package dev.countersign.runtime;

import java.util.Optional;
import java.util.function.Supplier;

/** Gives the value that a secret has when it is asked, or empty while it has none. */
final class CurrentOptional<T> implements Supplier<Optional<T>> {
  private final Secrets secrets;
  private final String name;
  private final Conversion<T> conversion;

  CurrentOptional(Secrets secrets, String name, Conversion<T> conversion) {
    this.secrets = secrets;
    this.name = name;
    this.conversion = conversion;
  }

  @Override
  public Optional<T> get() {
    return Sites.find(secrets, name, conversion);
  }

  /** Returns a text without the value. */
  @Override
  public String toString() {
    return "Supplier[" + name + "]";
  }
}
