package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The plaintext of a sealed value: a line that binds it to its environment, name and version, then
 * the value. The line is padded so that the whole is a multiple of 64 bytes, which blurs the
 * value's length and no more.
 */
final class ValueFrame {
  static final int MAX_VALUE_BYTES = SecretStore.MAX_VALUE_BYTES;
  static final String MAGIC = "countersign/1 ";

  private static final int MULTIPLE = 64;
  private static final byte LINE_FEED = '\n';
  private static final byte SPACE = ' ';

  private ValueFrame() {}

  /** Returns the line that a value is bound by, without padding. */
  static String line(Environment environment, SecretName name, int version) {
    return MAGIC + environment + " " + name + " " + version;
  }

  /** Returns the plaintext to seal; the caller wipes it. */
  static byte[] wrap(String line, byte[] value) {
    byte[] start = line.getBytes(StandardCharsets.US_ASCII);
    int unpadded = start.length + 1 + value.length;
    int length = (unpadded + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    byte[] frame = new byte[length];
    Arrays.fill(frame, SPACE);
    System.arraycopy(start, 0, frame, 0, start.length);
    frame[length - value.length - 1] = LINE_FEED;
    System.arraycopy(value, 0, frame, length - value.length, value.length);
    return frame;
  }

  /** Returns the line of a plaintext without its padding, or an empty one if it has none. */
  static String lineOf(byte[] frame) {
    int end = Math.max(lineEnd(frame), 0);
    while (end > 0 && frame[end - 1] == SPACE) {
      end--;
    }
    return new String(frame, 0, end, StandardCharsets.ISO_8859_1);
  }

  /** Returns the value of a plaintext that has a line. */
  static byte[] valueOf(byte[] frame) {
    return Arrays.copyOfRange(frame, lineEnd(frame) + 1, frame.length);
  }

  private static int lineEnd(byte[] frame) {
    for (int i = 0; i < frame.length; i++) {
      if (frame[i] == LINE_FEED) {
        return i;
      }
    }
    return -1;
  }
}
