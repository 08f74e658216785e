package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where sealed values are kept: files beside the sources, or a remote engine. Every method is about
 * exactly the environment given; only {@link #open} falls back from a named environment to its
 * type. Safe for use by several threads.
 *
 * <p>Versions of a secret in an environment rise by one with each write and each delete, and are
 * never used again. A store may answer from what it last read until {@link #refresh} is called;
 * writing always looks at what is there now.
 */
public interface SecretStore {
  /** How large a value may be, wherever it comes from. */
  int MAX_VALUE_BYTES = 1 << 20;

  /** Returns what is known without a key of every secret an environment has or had, sorted. */
  List<SecretMetadata> list(Environment environment) throws StoreException;

  /** Returns what is known of one secret without a key, or null if it was never set there. */
  @Nullable SecretMetadata find(SecretName name, Environment environment) throws StoreException;

  /**
   * Opens a value, or returns null if none is set there.
   *
   * @throws NotAReaderException if this identity may not
   * @throws StoreFormatException if what is there is damaged or forged
   */
  @Nullable OpenedValue read(SecretName name, Environment environment) throws StoreException;

  /**
   * Sets a value if the version is still the one expected.
   *
   * @param expectedVersion the version of the value or tombstone that is there, 0 for none at all
   * @return the new version
   * @throws VersionConflictException if another version is there; nothing was written then
   */
  int write(SecretName name, Environment environment, byte[] value, int expectedVersion)
      throws StoreException;

  /**
   * Unsets a value if the version is still the one expected, and leaves a tombstone.
   *
   * @return the tombstone's version
   * @throws VersionConflictException if another version is there; nothing was written then
   */
  int delete(SecretName name, Environment environment, int expectedVersion) throws StoreException;

  /** Forgets what was read, so that the next question is answered from what is there now. */
  void refresh();

  /**
   * Calls a listener after each change of an environment, until what is returned is closed. Returns
   * null where the store cannot watch; then {@link #refresh} and ask again.
   */
  default @Nullable AutoCloseable watch(Environment environment, Runnable listener)
      throws StoreException {
    return null;
  }

  /**
   * Opens the value that counts in an environment: its own, or else its type's. Returns null if
   * neither is set.
   */
  default @Nullable OpenedValue open(SecretName name, Environment environment)
      throws StoreException {
    OpenedValue own = read(name, environment);
    return own != null || environment.name() == null ? own : read(name, environment.withoutName());
  }
}
