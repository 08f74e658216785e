package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import org.jspecify.annotations.Nullable;

/**
 * Something in the store that cannot be used as it is, for reading or for writing.
 *
 * @param directory the directory that holds {@code secrets/}, relative to the root; empty for the
 *     root itself
 * @param name the one secret it hits, or null if it hits a whole file
 * @param environment the environment whose values it hits
 * @param cause what is wrong, where, and what mends it; a {@link StoreFormatException} where there
 *     is a line to point at
 */
public record Damage(
    String directory, @Nullable SecretName name, Environment environment, StoreException cause) {
  /** Says whether a program of an environment meets it: there, or in the type it falls back to. */
  public boolean hits(Environment other) {
    return environment.equals(other) || environment.equals(other.withoutName());
  }
}
