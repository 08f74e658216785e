package dev.countersign.runtime.store;

import dev.countersign.runtime.SecretName;
import org.jspecify.annotations.Nullable;

/**
 * One secret in a sealed file: a sealed value, or the tombstone of one that was unset.
 *
 * @param name the secret, in clear
 * @param version the version in clear, at least 1; the sealed value repeats it
 * @param key the fingerprint of the recipient sealed to, or null for a tombstone
 * @param armored the armored age file with LF line ends, or null for a tombstone
 * @param line where the block starts in its file, counted from one; 0 when it comes from no file
 */
public record Block(
    SecretName name, int version, @Nullable String key, @Nullable String armored, int line) {

  /** Says whether the secret was unset: a tombstone counts as absent. */
  public boolean isUnset() {
    return armored == null;
  }

  static Block sealed(SecretName name, int version, String key, String armored) {
    return new Block(name, version, key, armored, 0);
  }

  static Block unset(SecretName name, int version) {
    return new Block(name, version, null, null, 0);
  }

  /** Appends the block as a sealed file holds it, with LF line ends. */
  void appendTo(StringBuilder out) {
    out.append('[').append(name.value()).append("]\n");
    out.append("version ").append(version).append('\n');
    if (armored == null) {
      out.append("unset\n");
    } else {
      out.append("key ").append(key).append('\n').append(armored);
    }
  }
}
