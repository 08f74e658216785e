package dev.countersign.cli;

import java.util.Arrays;
import java.util.List;

/** A value that was made up, and what may be shown of it. Prints nothing of the value. */
final class Generated {
  private final byte[] value;
  private final List<String> shown;

  /**
   * Makes a generated value.
   *
   * @param value the value, not copied
   * @param shown the lines of the public half of a key pair, or none
   */
  Generated(byte[] value, List<String> shown) {
    this.value = value;
    this.shown = List.copyOf(shown);
  }

  /** Returns the value itself, which {@link #wipe} overwrites. */
  byte[] value() {
    return value;
  }

  List<String> shown() {
    return shown;
  }

  void wipe() {
    Arrays.fill(value, (byte) 0);
  }
}
