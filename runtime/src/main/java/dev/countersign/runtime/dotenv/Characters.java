package dev.countersign.runtime.dotenv;

/** The classes of characters that the dotenv programs, written in JavaScript, tell apart. */
final class Characters {
  private Characters() {}

  /** What {@code \s} and {@code trim} take for white space there. */
  static boolean isSpace(char c) {
    return (c >= '\t' && c <= '\r')
        || c == ' '
        || c == '\u00A0'
        || c == '\u1680'
        || (c >= '\u2000' && c <= '\u200A')
        || c == '\u202F'
        || c == '\u205F'
        || c == '\u3000'
        || c == '\uFEFF'
        || isSeparator(c);
  }

  /** Where {@code .} stops and {@code $} matches there. */
  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r' || isSeparator(c);
  }

  static boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`';
  }

  /** What a name is made of: {@code [\w.-]}. */
  static boolean isNamePart(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '.'
        || c == '-';
  }

  private static boolean isSeparator(char c) {
    return c == '\u2028' || c == '\u2029';
  }
}
