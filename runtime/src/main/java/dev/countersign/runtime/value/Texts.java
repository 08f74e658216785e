package dev.countersign.runtime.value;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What texts are made of. */
public final class Texts {
  private static final String DIGITS = "0123456789";

  private Texts() {}

  /** Returns the text that bytes are the UTF-8 of, or null if they are not. */
  public static @Nullable String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Says whether a text has no characters but these, and has some. */
  public static boolean consistsOf(String text, String allowed) {
    for (int i = 0; i < text.length(); i++) {
      if (allowed.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Says whether a text is a whole number of any size: digits, with a minus before them or not. */
  public static boolean isInteger(String text) {
    return consistsOf(text.startsWith("-") ? text.substring(1) : text, DIGITS);
  }
}
