package dev.countersign.runtime.dotenv;

/**
 * Finds the end of a quoted value as the dotenv programs do: at the first quote without a backslash
 * before it, if nothing but a comment follows in its line; else, going back, at a quote with one.
 */
final class ClosingQuote {
  /** Stands for a value that no quote closes. */
  static final int NONE = -1;

  private ClosingQuote() {}

  static int of(String text, int open) {
    char quote = text.charAt(open);
    int plain = plain(text, open, quote);
    if (plain < text.length() && isLast(text, plain)) {
      return plain;
    }
    for (int i = plain - 1; i > open + 1; i--) {
      if (text.charAt(i) == quote && isLast(text, i)) {
        return i;
      }
    }
    return NONE;
  }

  private static int plain(String text, int open, char quote) {
    int i = text.indexOf(quote, open + 1);
    while (i > open + 1 && text.charAt(i - 1) == '\\') {
      i = text.indexOf(quote, i + 1);
    }
    return i < 0 ? text.length() : i;
  }

  private static boolean isLast(String text, int quote) {
    int i = quote + 1;
    while (i < text.length() && Characters.isSpace(text.charAt(i))) {
      if (Characters.isLineEnd(text.charAt(i))) {
        return true;
      }
      i++;
    }
    return i == text.length() || text.charAt(i) == '#';
  }
}
