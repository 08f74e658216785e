package dev.countersign.runtime;

import java.util.Optional;

/** A site that is empty while there is no value. */
final class CurrentOptional<T> extends Current<T, Optional<T>> {
  CurrentOptional(Secrets secrets, String name, Conversion<T> conversion) {
    super(secrets, name, conversion);
  }

  @Override
  Held<Optional<T>> held(int generation) {
    Optional<SecretValue> found = secrets.find(name);
    return found.isEmpty()
        ? Held.toAll(generation, Optional.empty())
        : held(generation, found.get());
  }

  @Override
  Optional<T> wrap(T converted) {
    return Optional.of(converted);
  }
}
