package dev.countersign.cli;

import dev.countersign.runtime.value.Texts;
import org.jspecify.annotations.Nullable;

/** One value under the name that it goes out by. It prints nothing of itself. */
final class ExportedValue {
  private static final int MAX_VARIABLE = 128 << 10; // of Linux, for name, =, value and a zero byte

  private final String name;
  private final byte[] bytes;

  /**
   * Makes a value.
   *
   * @param name the name: a secret's own, or one of its process variables
   * @param bytes the plaintext, not copied
   */
  ExportedValue(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  String name() {
    return name;
  }

  /** Returns the plaintext itself, not a copy. */
  byte[] bytes() {
    return bytes;
  }

  /** Returns the value as a text, or null if it is none. */
  @Nullable String text() {
    return Texts.decode(bytes);
  }

  /** Returns what keeps a process from taking this as a variable, or null if nothing does. */
  @Nullable String problemOfVariable() {
    for (byte b : bytes) {
      if (b == 0) {
        return "holds a NUL character, which no variable can";
      }
    }
    return name.length() + bytes.length + 2 > MAX_VARIABLE
        ? "is larger than the 128 KiB that Linux allows a variable"
        : null;
  }

  @Override
  public String toString() {
    return "ExportedValue[" + name + "]";
  }
}
