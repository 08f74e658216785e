package dev.countersign.runtime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Strict UTF-8: a value that is not text is refused, never repaired with replacement characters.
 */
final class Utf8 {
  private Utf8() {}

  static String text(String name, byte[] bytes) {
    CharBuffer decoded = decode(name, bytes);
    String text = decoded.toString();
    Arrays.fill(decoded.array(), '\0');
    return text;
  }

  static char[] chars(String name, byte[] bytes) {
    CharBuffer decoded = decode(name, bytes);
    char[] chars = new char[decoded.remaining()];
    decoded.get(chars);
    Arrays.fill(decoded.array(), '\0');
    return chars;
  }

  private static CharBuffer decode(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw new UnresolvedSecretException(
          List.of(name),
          name + " is not UTF-8 text\n  fix: use a site of type byte[], or set it again",
          null);
    }
  }
}
