package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Standard base64 in its one canonical form, with or without padding; never a line break. */
final class StrictBase64 {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private StrictBase64() {}

  static int unpaddedLength(int bytes) {
    return (bytes * 4 + 2) / 3;
  }

  static String encodeUnpadded(byte[] bytes) {
    return new String(Base64.getEncoder().withoutPadding().encode(bytes), ISO_8859_1);
  }

  static String encodePadded(byte[] bytes) {
    return new String(Base64.getEncoder().encode(bytes), ISO_8859_1);
  }

  /** Decodes text that ends without padding; null if it is not canonical. */
  static byte @Nullable [] decodeUnpadded(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    return text.endsWith("=") ? null : decode(bytes, bytes.length);
  }

  /** Decodes text whose length padding makes a multiple of four; null if it is not canonical. */
  static byte @Nullable [] decodePadded(byte[] text) {
    int length = text.length;
    if (length % 4 != 0) {
      return null;
    }
    int padding = 0;
    while (padding < 2 && padding < length && text[length - 1 - padding] == '=') {
      padding++;
    }
    return decode(text, length - padding);
  }

  private static byte @Nullable [] decode(byte[] text, int significant) {
    if (!endsCanonically(text, significant)) {
      return null;
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Says whether the bits that the last character has to spare are zero. */
  private static boolean endsCanonically(byte[] text, int significant) {
    return switch (significant % 4) {
      case 0 -> true;
      case 2 -> ALPHABET.indexOf(text[significant - 1]) % 16 == 0;
      case 3 -> ALPHABET.indexOf(text[significant - 1]) % 4 == 0;
      default -> false;
    };
  }
}
