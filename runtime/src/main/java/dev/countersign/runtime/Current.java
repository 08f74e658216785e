package dev.countersign.runtime;

import java.util.function.Supplier;

/** Gives the value that a secret has when it is asked, and throws while it has none. */
final class Current<T> implements Supplier<T> {
  private final Secrets secrets;
  private final String name;
  private final Conversion<T> conversion;

  Current(Secrets secrets, String name, Conversion<T> conversion) {
    this.secrets = secrets;
    this.name = name;
    this.conversion = conversion;
  }

  @Override
  public T get() {
    return Sites.get(secrets, name, conversion);
  }

  /** Returns a text without the value. */
  @Override
  public String toString() {
    return "Supplier[" + name + "]";
  }
}
