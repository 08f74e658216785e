package dev.countersign.runtime.store;

import java.util.Arrays;

/** A value in plaintext, with where it came from. Closing wipes it. It prints nothing of itself. */
public final class OpenedValue implements AutoCloseable {
  private final byte[] value;
  private final SecretMetadata held;

  /**
   * Makes an opened value.
   *
   * @param value the plaintext, not copied: closing wipes it
   * @param held what was opened
   */
  public OpenedValue(byte[] value, SecretMetadata held) {
    this.value = value;
    this.held = held;
  }

  /** Returns a copy of the plaintext. To audit disclosure, list the callers of this method. */
  public byte[] revealBytes() {
    return value.clone();
  }

  /** Returns the version that was opened. */
  public int version() {
    return held.version();
  }

  /** Returns where the value came from: {@code store:prod v4 (3f2a)}. */
  public String source() {
    return held.source();
  }

  /** Overwrites the plaintext. Copies that were revealed remain. */
  @Override
  public void close() {
    Arrays.fill(value, (byte) 0);
  }

  @Override
  public String toString() {
    return "OpenedValue[redacted]";
  }
}
