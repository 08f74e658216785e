package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import org.jspecify.annotations.Nullable;

/** One secret to be set or unset in one environment. It holds a plaintext and prints none of it. */
public final class Change {
  private static final int ANY = -1;

  private final Environment environment;
  private final SecretName name;
  private final byte @Nullable [] value;
  private final int expectedVersion;

  private Change(
      Environment environment, SecretName name, byte @Nullable [] value, int expectedVersion) {
    this.environment = environment;
    this.name = name;
    this.value = value;
    this.expectedVersion = expectedVersion;
  }

  /**
   * Returns the change that sets a value.
   *
   * @param value the plaintext, not copied: the caller wipes it when the change is written
   */
  public static Change set(Environment environment, SecretName name, byte[] value) {
    return new Change(environment, name, value, ANY);
  }

  /** Returns the change that unsets a value and leaves a tombstone where there was one. */
  public static Change unset(Environment environment, SecretName name) {
    return new Change(environment, name, null, ANY);
  }

  /** Returns this change, to be made only if this version is there; 0 stands for none at all. */
  public Change expecting(int version) {
    return new Change(environment, name, value, version);
  }

  /** Returns where the value is set or unset. */
  public Environment environment() {
    return environment;
  }

  /** Returns the secret. */
  public SecretName name() {
    return name;
  }

  byte @Nullable [] value() {
    return value;
  }

  void requireExpected(int version) throws VersionConflictException {
    if (expectedVersion != ANY && expectedVersion != version) {
      throw new VersionConflictException(name, environment, expectedVersion, version);
    }
  }

  @Override
  public String toString() {
    return (value == null ? "unset " : "set ") + name + " of " + environment;
  }
}
