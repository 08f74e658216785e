package dev.countersign.runtime;

/** A site that must have a value, and throws while there is none. */
final class CurrentValue<T> extends Current<T, T> {
  CurrentValue(Secrets secrets, String name, Conversion<T> conversion) {
    super(secrets, name, conversion);
  }

  @Override
  Held<T> held(int generation) {
    return held(generation, secrets.get(name));
  }

  @Override
  T wrap(T converted) {
    return converted;
  }
}
