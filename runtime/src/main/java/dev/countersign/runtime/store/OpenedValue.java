package dev.countersign.runtime.store;

import java.util.Arrays;

/** A value in plaintext, with where it came from. Closing wipes it. It prints nothing of itself. */
public final class OpenedValue implements AutoCloseable {
  private final byte[] value;
  private final int version;
  private final String source;

  /**
   * Makes an opened value.
   *
   * @param value the plaintext, not copied: closing wipes it
   * @param version the version that was opened
   * @param source the place, as messages name it
   */
  public OpenedValue(byte[] value, int version, String source) {
    this.value = value;
    this.version = version;
    this.source = source;
  }

  /** Returns a copy of the plaintext. To audit disclosure, list the callers of this method. */
  public byte[] revealBytes() {
    return value.clone();
  }

  /** Returns the version that was opened. */
  public int version() {
    return version;
  }

  /** Returns where the value came from: {@code store:prod v4 (3f2a)}. */
  public String source() {
    return source;
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
