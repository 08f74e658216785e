package dev.countersign.runtime;

/** A site that must have a value, and throws while there is none. */
final class CurrentValue<T> extends Current<T> {
  private final Conversion<T> conversion;

  CurrentValue(Secrets secrets, String name, Conversion<T> conversion) {
    super(secrets, name);
    this.conversion = conversion;
  }

  @Override
  Held<T> held(int generation) {
    SecretValue value = secrets.get(name);
    if (conversion.isOfOne()) {
      return Held.toEachItsOwn(generation, value);
    }
    try (value) {
      return Held.toAll(generation, convert(value));
    }
  }

  @Override
  T convert(SecretValue value) {
    return conversion.of(secrets, name, value);
  }
}
