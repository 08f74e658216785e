package dev.countersign.runtime.dotenv;

import org.jspecify.annotations.Nullable;

/**
 * Writes a value so that it is read back exactly. Prefers forms that every dotenv program reads
 * alike: bare, then single quotes, in which nothing has a meaning.
 */
final class Quoting {
  private static final String QUOTES = "'`\"";
  private static final String BARE_SIGNS = "_-./:@%+=,";

  private Quoting() {}

  /** Returns the value as it is written, or null when no quotes can hold it. */
  static @Nullable String of(String value) {
    if (isPlain(value)) {
      return value;
    }
    for (int i = 0; i < QUOTES.length(); i++) {
      char quote = QUOTES.charAt(i);
      if (holds(quote, value)) {
        return quote + (quote == '\'' ? value : escaped(value)) + quote;
      }
    }
    return isBare(value) ? value : null;
  }

  /** Writes what has a meaning in double quotes and backticks so that it has none. */
  static String escaped(String value) {
    return value.replace("$", "\\$").replace("\r", "\\r");
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!plain && BARE_SIGNS.indexOf(c) < 0) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  private static boolean holds(char quote, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == quote || (quote == '"' ? isEscape(value, i) : c == '\r')) {
        return false;
      }
    }
    return !value.endsWith("\\");
  }

  /** Says whether double quotes would read something else into this place. */
  private static boolean isEscape(String value, int i) {
    return value.charAt(i) == '\\'
        && i + 1 < value.length()
        && "nrt".indexOf(value.charAt(i + 1)) >= 0;
  }

  private static boolean isBare(String value) {
    for (int i = 0; i < value.length(); i++) {
      if ("#$\r\n".indexOf(value.charAt(i)) >= 0) {
        return false;
      }
    }
    return !Characters.isQuote(value.charAt(0))
        && !Characters.isSpace(value.charAt(0))
        && !Characters.isSpace(value.charAt(value.length() - 1));
  }
}
