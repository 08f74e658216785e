package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.Fingerprint;

/** What a store tells of a secret without a key. */
public final class SecretMetadata {
  /** Four hex digits of the SHA-256 of the armored lines tell two blocks of one version apart. */
  private static final int DIGEST_LENGTH = 4;

  private final Environment environment;
  private final Block block;

  SecretMetadata(Environment environment, Block block) {
    this.environment = environment;
    this.block = block;
  }

  /** Returns the secret. */
  public SecretName name() {
    return block.name();
  }

  /** Returns where it is or was set. */
  public Environment environment() {
    return environment;
  }

  /** Returns the version of the value, or of the tombstone. */
  public int version() {
    return block.version();
  }

  /** Says whether it is a tombstone: the value was unset. */
  public boolean unset() {
    return block.isUnset();
  }

  /**
   * Returns what tells two values of one version apart without opening them; empty for a tombstone.
   */
  public String digest() {
    String armored = block.armored();
    return armored == null ? "" : Fingerprint.of(armored).substring(0, DIGEST_LENGTH);
  }

  /** Returns where a value comes from, for messages: {@code store:prod v4 (3f2a)}. */
  public String source() {
    return "store:" + environment + " v" + version() + " (" + digest() + ")";
  }
}
