package dev.countersign.runtime.declaration;

import dev.countersign.runtime.value.Texts;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a declaration demands of a value: its {@code format} and its {@code pattern}. Asked when a
 * value is set, when it is first used, and when the program verifies its secrets.
 */
public final class ValueRules {
  private ValueRules() {}

  /**
   * Returns what is wrong with a value, as the end of a sentence that starts with its name, or null
   * if it is as declared. The text never holds any part of the value.
   */
  public static @Nullable String problem(Declaration declaration, byte[] value) {
    String pattern = declaration.pattern();
    if (declaration.format() == Format.TEXT && pattern == null) {
      return null; // any bytes will do
    }
    String text = Texts.decode(value);
    if (text == null) {
      return "is not UTF-8 text";
    }
    if (!ValueFormats.fits(declaration.format(), text)) {
      return "does not have the declared format " + declaration.format().id();
    }
    return pattern == null ? null : mismatch(pattern, text);
  }

  private static @Nullable String mismatch(String pattern, String text) {
    try {
      return Pattern.matches(pattern, text)
          ? null
          : "does not match the declared pattern " + pattern;
    } catch (StackOverflowError e) {
      return "is too long for the declared pattern "
          + pattern
          + ", which repeats a group: write [ab]* for (a|b)*";
    }
  }
}
