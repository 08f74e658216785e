package dev.countersign.runtime;

import java.util.Optional;

/** A site that is empty while there is no value. */
final class CurrentOptional<T> extends Current<Optional<T>> {
  private final Conversion<T> conversion;

  CurrentOptional(Secrets secrets, String name, Conversion<T> conversion) {
    super(secrets, name);
    this.conversion = conversion;
  }

  @Override
  Held<Optional<T>> held(int generation) {
    Optional<SecretValue> found = secrets.find(name);
    if (found.isEmpty()) {
      return Held.toAll(generation, Optional.empty());
    }
    if (conversion.isOfOne()) {
      return Held.toEachItsOwn(generation, found.get());
    }
    try (SecretValue value = found.get()) {
      return Held.toAll(generation, convert(value));
    }
  }

  @Override
  Optional<T> convert(SecretValue value) {
    return Optional.of(conversion.of(secrets, name, value));
  }
}
