package dev.countersign.runtime.age;

import java.util.Arrays;
import java.util.Locale;

/**
 * Bech32 (BIP 173) without its limit on length: a prefix, "1", the data, and a checksum of six
 * characters. Messages quote nothing, because the data may be a private key.
 */
final class Bech32 {
  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  private static final int CHECKSUM_LENGTH = 6;
  private static final int[] GENERATOR = {
    0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3
  };

  private Bech32() {}

  static String encode(String prefix, byte[] data) {
    byte[] values = BitGroups.split(data);
    int length = values.length;
    byte[] all = Arrays.copyOf(values, length + CHECKSUM_LENGTH);
    int checksum = checksum(prefix, all) ^ 1;
    StringBuilder text = new StringBuilder(prefix.length() + 1 + all.length);
    text.append(prefix).append('1');
    for (int i = 0; i < CHECKSUM_LENGTH; i++) {
      all[length + i] = (byte) ((checksum >>> (5 * (5 - i))) & 31);
    }
    for (byte value : all) {
      text.append(ALPHABET.charAt(value));
    }
    Arrays.fill(values, (byte) 0);
    Arrays.fill(all, (byte) 0);
    return text.toString();
  }

  /** Returns the form that private keys have. */
  static String encodeUpperCase(String prefix, byte[] data) {
    return encode(prefix, data).toUpperCase(Locale.ROOT);
  }

  /** Decodes lower-case text that must have a certain prefix and hold a certain number of bytes. */
  static byte[] decode(String prefix, String text, int length) throws AgeFormatException {
    byte[] values = values(text, requirePrefix(prefix, text));
    try {
      if (values.length < CHECKSUM_LENGTH || checksum(prefix, values) != 1) {
        throw malformed("its checksum does not match: a character is wrong or missing");
      }
      byte[] data = BitGroups.join(values, values.length - CHECKSUM_LENGTH);
      if (data == null || data.length != length) {
        throw malformed("does not hold a key of " + length + " bytes");
      }
      return data;
    } finally {
      Arrays.fill(values, (byte) 0);
    }
  }

  /** Decodes the form that private keys have. */
  static byte[] decodeUpperCase(String prefix, String text, int length) throws AgeFormatException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' || (c >= 'a' && c <= 'z')) {
        throw malformed("character " + (i + 1) + " cannot occur in a private key");
      }
    }
    return decode(prefix, text.toLowerCase(Locale.ROOT), length);
  }

  private static int requirePrefix(String prefix, String text) throws AgeFormatException {
    int start = prefix.length() + 1;
    if (!text.startsWith(prefix + "1")) {
      throw malformed("does not begin with \"" + prefix + "1\"");
    }
    return start;
  }

  private static byte[] values(String text, int start) throws AgeFormatException {
    byte[] values = new byte[text.length() - start];
    for (int i = 0; i < values.length; i++) {
      int value = ALPHABET.indexOf(text.charAt(start + i));
      if (value < 0) {
        throw malformed("character " + (start + i + 1) + " cannot occur in a key");
      }
      values[i] = (byte) value;
    }
    return values;
  }

  /** Computes the checksum's polynomial; over a text that ends with its checksum it is 1. */
  private static int checksum(String prefix, byte[] values) {
    int sum = 1;
    for (int i = 0; i < prefix.length(); i++) {
      sum = step(sum, prefix.charAt(i) >>> 5);
    }
    sum = step(sum, 0);
    for (int i = 0; i < prefix.length(); i++) {
      sum = step(sum, prefix.charAt(i) & 31);
    }
    for (byte value : values) {
      sum = step(sum, value);
    }
    return sum;
  }

  private static int step(int sum, int value) {
    int top = sum >>> 25;
    int next = ((sum & 0x1ffffff) << 5) ^ value;
    for (int i = 0; i < GENERATOR.length; i++) {
      if (((top >>> i) & 1) != 0) {
        next ^= GENERATOR[i];
      }
    }
    return next;
  }

  private static AgeFormatException malformed(String what) {
    return new AgeFormatException(AgeFormatException.Reason.KEY, "not an age key: " + what);
  }
}
