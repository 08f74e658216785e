package dev.countersign.runtime.store;

import dev.countersign.runtime.SecretName;
import java.util.Map;

/**
 * How many empty lines stand before each block and at the end of a sealed file, so that what a
 * person or a merge left there is written back as it was.
 *
 * @param before the number before a block, where it is not one
 * @param atEnd the number after the last block
 */
record EmptyLines(Map<SecretName, Integer> before, int atEnd) {
  /** What the writer makes: one before each block, none at the end. */
  static final EmptyLines USUAL = new EmptyLines(Map.of(), 0);

  void appendBefore(SecretName name, StringBuilder out) {
    append(before.getOrDefault(name, 1), out);
  }

  void appendAtEnd(StringBuilder out) {
    append(atEnd, out);
  }

  private static void append(int number, StringBuilder out) {
    for (int i = 0; i < number; i++) {
      out.append('\n');
    }
  }
}
