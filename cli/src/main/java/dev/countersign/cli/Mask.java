package dev.countersign.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The values that must not show in what a command prints, and the lines of those that have several.
 * Only the very bytes are found: a value that was encoded, escaped or cut is not.
 */
final class Mask {
  /** What stands in the place of a value. */
  static final String MARK = "[redacted]";

  /** Means that a value may begin here, and that more of the output is needed to know. */
  static final int UNDECIDED = -1;

  private static final int SHORTEST = 4; // shorter ones would hide much that is not secret
  private static final int SHORTEST_LINE = 8;
  private static final int BYTES = 256;

  private final List<List<byte[]>> byFirstByte = new ArrayList<>();

  Mask() {
    for (int i = 0; i < BYTES; i++) {
      byFirstByte.add(new ArrayList<>());
    }
  }

  /** Adds a value; returns false if it is too short to be looked for. An empty one is no matter. */
  boolean add(byte[] value) {
    if (value.length < SHORTEST) {
      return value.length == 0;
    }
    put(value);
    int start = 0;
    for (int i = 0; i <= value.length; i++) {
      if (i == value.length || value[i] == '\n' || value[i] == '\r') {
        if (i - start >= SHORTEST_LINE) {
          put(Arrays.copyOfRange(value, start, i));
        }
        start = i + 1;
      }
    }
    return true;
  }

  private void put(byte[] pattern) {
    List<byte[]> patterns = byFirstByte.get(pattern[0] & (BYTES - 1));
    for (byte[] present : patterns) {
      if (Arrays.equals(present, pattern)) {
        return;
      }
    }
    patterns.add(pattern);
  }

  /**
   * Returns the length of the longest value that stands in a buffer at some place, 0 if none does.
   *
   * @param isLast whether nothing follows the buffer
   * @return that length, or {@link #UNDECIDED}
   */
  int match(byte[] buffer, int start, int end, boolean isLast) {
    int longest = 0;
    for (byte[] pattern : byFirstByte.get(buffer[start] & (BYTES - 1))) {
      int seen = Math.min(pattern.length, end - start);
      if (Arrays.equals(pattern, 0, seen, buffer, start, start + seen)) {
        if (seen == pattern.length) {
          longest = Math.max(longest, seen);
        } else if (!isLast) {
          return UNDECIDED;
        }
      }
    }
    return longest;
  }
}
