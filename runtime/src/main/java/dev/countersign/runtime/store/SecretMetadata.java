package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;

/**
 * What a store tells of a secret without a key.
 *
 * @param name the secret
 * @param environment where it is or was set
 * @param version the version of the value, or of the tombstone
 * @param digest what tells two values of one version apart without opening them; empty for a
 *     tombstone
 * @param unset whether it is a tombstone: the value was unset
 */
public record SecretMetadata(
    SecretName name, Environment environment, int version, String digest, boolean unset) {

  /** Returns where a value comes from, for messages: {@code store:prod v4 (3f2a)}. */
  public String source() {
    return "store:" + environment + " v" + version + " (" + digest + ")";
  }
}
