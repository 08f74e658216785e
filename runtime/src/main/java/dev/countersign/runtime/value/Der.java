package dev.countersign.runtime.value;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * As much of ASN.1's DER as tells the algorithm of a private key, and puts an older form of key
 * into PKCS#8. A whole ASN.1 library would weigh more than the rest of this jar.
 */
final class Der {
  static final int INTEGER = 0x02;
  static final int OCTETS = 0x04;
  static final int IDENTIFIER = 0x06;
  static final int SEQUENCE = 0x30;
  static final int PARAMETERS = 0xA0;

  private final byte[] bytes;
  private int at;

  Der(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns what an element holds, and moves past it. */
  byte[] next(int tag) throws MisfitException {
    require(at + 2 <= bytes.length && (bytes[at] & 0xFF) == tag);
    at++;
    int length = length();
    require(length >= 0 && length <= bytes.length - at);
    byte[] content = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return content;
  }

  private int length() throws MisfitException {
    int first = bytes[at++] & 0xFF;
    if (first < 0x80) {
      return first;
    }
    int count = first & 0x7F;
    require(count >= 1 && count <= 3 && at + count <= bytes.length);
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = (length << 8) | (bytes[at++] & 0xFF);
    }
    return length;
  }

  private static void require(boolean sound) throws MisfitException {
    if (!sound) {
      throw new MisfitException("is not a private key: what is in its PEM block is damaged");
    }
  }

  /** Returns an element around other elements or bytes. */
  static byte[] element(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.write(part, 0, part.length);
    }
    ByteArrayOutputStream element = new ByteArrayOutputStream();
    element.write(tag);
    writeLength(content.size(), element);
    byte[] inner = content.toByteArray();
    element.write(inner, 0, inner.length);
    return element.toByteArray();
  }

  private static void writeLength(int length, ByteArrayOutputStream out) {
    if (length < 0x80) {
      out.write(length);
      return;
    }
    int bytes = length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
    out.write(0x80 | bytes);
    for (int i = bytes - 1; i >= 0; i--) {
      out.write(length >>> (8 * i));
    }
  }

  /** Returns an object identifier as people write it: {@code 1.2.840.113549.1.1.1}. */
  static String dotted(byte[] identifier) throws MisfitException {
    require(identifier.length > 0 && identifier.length < 40);
    StringBuilder text = new StringBuilder();
    long number = 0;
    for (byte each : identifier) {
      number = (number << 7) | (each & 0x7F);
      if ((each & 0x80) == 0) {
        if (text.length() == 0) {
          long top = Math.min(number / 40, 2);
          text.append(top).append('.').append(number - top * 40);
        } else {
          text.append('.').append(number);
        }
        number = 0;
      }
    }
    return text.toString();
  }
}
