package dev.countersign.runtime.json;

import org.jspecify.annotations.Nullable;

/** Takes the tokens of a JSON text one by one, and knows where it is. */
final class JsonScanner {
  /** Stands behind the last character. */
  private static final char END = '\uFFFF';

  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";

  private final String text;
  private final int length;
  private int position;

  JsonScanner(String text) {
    this.text = text;
    this.length = text.length();
  }

  int position() {
    return position;
  }

  /** Says whether nothing but white space is left. */
  boolean isAtEnd() {
    peek();
    return position == text.length();
  }

  /** Skips white space and returns the character behind it, without taking it. */
  char peek() {
    while (position < length && isSpace(text.charAt(position))) {
      position++;
    }
    return current();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }

  boolean takes(char c) {
    boolean found = peek() == c && position < text.length();
    position += found ? 1 : 0;
    return found;
  }

  void take(char c) throws JsonFormatException {
    if (!takes(c)) {
      throw expected(String.valueOf(c));
    }
  }

  <T> @Nullable T word(String word, @Nullable T value) throws JsonFormatException {
    if (!text.startsWith(word, position)) {
      throw expected("a value");
    }
    position += word.length();
    return value;
  }

  String string() throws JsonFormatException {
    take('"');
    int start = position;
    while (isPlain(current())) {
      position++;
    }
    if (current() == '"') {
      return text.substring(start, position++);
    }
    return escaped(new StringBuilder().append(text, start, position));
  }

  /** Says whether a character stands for itself within a string; most strings are of these. */
  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\' && c != END;
  }

  private String escaped(StringBuilder string) throws JsonFormatException {
    while (current() != '"' || position == text.length()) {
      if (position == text.length() || current() < ' ') {
        throw expected("the end of this string");
      }
      string.append(text.charAt(position) == '\\' ? escape() : text.charAt(position++));
    }
    position++;
    return string.toString();
  }

  private char escape() throws JsonFormatException {
    position++;
    int escape = ESCAPES.indexOf(current());
    if (escape >= 0) {
      position++;
      return ESCAPED.charAt(escape);
    }
    if (current() != 'u') {
      throw expected("an escape");
    }
    position++;
    return hex();
  }

  private char hex() throws JsonFormatException {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = current() > 'f' ? -1 : Character.digit(current(), 16);
      if (digit < 0) {
        throw expected("four hex digits");
      }
      value = 16 * value + digit;
      position++;
    }
    return (char) value;
  }

  /** Takes a number: a Long, or a Double where it has a fraction or is too large for that. */
  Number number() throws JsonFormatException {
    int start = position;
    boolean whole = true;
    position += current() == '-' ? 1 : 0;
    if (current() == '0') {
      position++;
    } else {
      digits();
    }
    if (current() == '.') {
      whole = false;
      position++;
      digits();
    }
    if (current() == 'e' || current() == 'E') {
      whole = false;
      position++;
      position += current() == '+' || current() == '-' ? 1 : 0;
      digits();
    }
    return number(text.substring(start, position), whole);
  }

  private static Number number(String digits, boolean whole) {
    if (!whole) {
      return Double.valueOf(digits);
    }
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException e) {
      return Double.valueOf(digits);
    }
  }

  private void digits() throws JsonFormatException {
    int start = position;
    while (current() >= '0' && current() <= '9') {
      position++;
    }
    if (position == start) {
      throw expected("a value");
    }
  }

  private char current() {
    return position < length ? text.charAt(position) : END;
  }

  JsonFormatException expected(String what) {
    return fault(position, "expected " + what);
  }

  JsonFormatException fault(int at, String what) {
    int line = 1;
    int start = 0;
    for (int i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', start)) {
      line++;
      start = i + 1;
    }
    int column = text.codePointCount(start, at) + 1;
    return new JsonFormatException(line, column, what);
  }
}
