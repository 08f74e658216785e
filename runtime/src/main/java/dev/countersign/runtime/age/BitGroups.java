package dev.countersign.runtime.age;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns bytes into groups of five bits, the letters of Bech32, and back. */
final class BitGroups {
  private static final int BITS = 5;
  private static final int MASK = 31;

  private BitGroups() {}

  /** Splits bytes into groups of five bits; zeros fill up the last. */
  static byte[] split(byte[] bytes) {
    byte[] groups = new byte[(bytes.length * 8 + BITS - 1) / BITS];
    int held = 0;
    int bits = 0;
    int written = 0;
    for (byte next : bytes) {
      held = ((held << 8) | (next & 0xff)) & 0xfff;
      bits += 8;
      while (bits >= BITS) {
        bits -= BITS;
        groups[written++] = (byte) ((held >>> bits) & MASK);
      }
    }
    if (bits > 0) {
      groups[written] = (byte) ((held << (BITS - bits)) & MASK);
    }
    return groups;
  }

  /** Joins groups into bytes; null if what is left over is a whole group, or not zero. */
  static byte @Nullable [] join(byte[] groups, int length) {
    byte[] bytes = new byte[length * BITS / 8];
    int held = 0;
    int bits = 0;
    int written = 0;
    for (int i = 0; i < length; i++) {
      held = ((held << BITS) | groups[i]) & 0xfff;
      bits += BITS;
      if (bits >= 8) {
        bits -= 8;
        bytes[written++] = (byte) (held >>> bits);
      }
    }
    if (bits >= BITS || (held & ((1 << bits) - 1)) != 0) {
      Arrays.fill(bytes, (byte) 0);
      return null;
    }
    return bytes;
  }
}
