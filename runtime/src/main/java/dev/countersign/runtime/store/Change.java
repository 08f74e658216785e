package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import org.jspecify.annotations.Nullable;

/** One secret to be set or unset in one environment. It holds a plaintext and prints none of it. */
public final class Change {
  private static final int ANY = -1;

  private final Environment environment;
  private final SecretName name;
  private final byte @Nullable [] value;
  private final int expectedVersion;
  private final int minVersion;

  private Change(
      Environment environment,
      SecretName name,
      byte @Nullable [] value,
      int expectedVersion,
      int minVersion) {
    this.environment = environment;
    this.name = name;
    this.value = value;
    this.expectedVersion = expectedVersion;
    this.minVersion = minVersion;
  }

  /**
   * Returns the change that sets a value.
   *
   * @param value the plaintext, not copied: the caller wipes it when the change is written
   */
  public static Change set(Environment environment, SecretName name, byte[] value) {
    return new Change(environment, name, value, ANY, 0);
  }

  /**
   * Returns the change that sets a value in a version that its declaration accepts: the next one,
   * or the {@code min-version} where the next would be below that.
   *
   * @param value the plaintext, not copied: the caller wipes it when the change is written
   */
  public static Change set(Environment environment, Declaration declaration, byte[] value) {
    int minimum = Presence.minVersion(declaration, environment);
    return new Change(environment, declaration.name(), value, ANY, minimum);
  }

  /** Returns the change that unsets a value and leaves a tombstone where there was one. */
  public static Change unset(Environment environment, SecretName name) {
    return new Change(environment, name, null, ANY, 0);
  }

  /** Returns this change, to be made only if this version is there; 0 stands for none at all. */
  public Change expecting(int version) {
    return new Change(environment, name, value, version, minVersion);
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

  /** Returns the lowest version that the value may get. */
  int minVersion() {
    return minVersion;
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
