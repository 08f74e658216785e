package dev.countersign.runtime.dotenv;

/**
 * Writes a value that no quotes can hold, such as one with all three of them: a first assignment
 * makes the name stand for a double quote, and a second one refers to that within double quotes.
 */
final class QuotedByReference {
  /** The value of the first assignment, as it is written. */
  static final String FIRST = "'\"'";

  private QuotedByReference() {}

  /** Returns the value of the second assignment, as it is written. */
  static String second(String name, String value) {
    StringBuilder text = new StringBuilder("\"");
    int i = 0;
    while (i < value.length()) {
      int end = backslashesEnd(value, i);
      if (end > i) {
        String backslash = isMeant(value, end) ? "\\" : "${" + name + ":+\\}";
        text.append(backslash.repeat(end - i));
        i = end;
      } else {
        text.append(character(name, value.charAt(i)));
        i++;
      }
    }
    return text.append('"').toString();
  }

  private static String character(String name, char c) {
    return c == '"' ? "${" + name + "}" : Quoting.escaped(String.valueOf(c));
  }

  /** Says whether a backslash before this place means itself. */
  private static boolean isMeant(String value, int next) {
    return next < value.length() && "nrt\"".indexOf(value.charAt(next)) < 0;
  }

  private static int backslashesEnd(String value, int start) {
    int end = start;
    while (end < value.length() && value.charAt(end) == '\\') {
      end++;
    }
    return end;
  }
}
