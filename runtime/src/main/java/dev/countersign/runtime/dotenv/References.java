package dev.countersign.runtime.dotenv;

import org.jspecify.annotations.Nullable;

/**
 * Resolves <code>${NAME}</code>, with a default or an alternative, within one value. What a
 * variable holds is put in as it is. {@code $NAME} without braces and {@code $(command)} stay; a
 * backslash before a dollar sign goes, and the sign stays.
 */
final class References {
  private static final int MAX_DEPTH = 32;

  private final String text;
  private final int line;
  private final Variables variables;
  private final int room;
  private final int lastBrace;
  private int depth;

  /** Where the reference that was resolved last ends. */
  private int end;

  private References(String text, int line, Variables variables, int room) {
    this.text = text;
    this.line = line;
    this.variables = variables;
    this.room = room;
    this.lastBrace = text.lastIndexOf('}');
  }

  /** Resolves a text whose result may have {@code room} characters. */
  static String resolve(String text, int line, Variables variables, int room)
      throws DotenvFormatException {
    if (text.indexOf('$') < 0) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    new References(text, line, variables, room).resolve(0, false, result);
    return result.toString();
  }

  /** Resolves up to the end of the text or of the reference around; returns where it stopped. */
  private int resolve(int start, boolean inside, StringBuilder result)
      throws DotenvFormatException {
    int i = start;
    while (i < text.length() && !(inside && text.charAt(i) == '}')) {
      if (text.startsWith("\\$", i)) {
        result.append('$');
        i += 2;
      } else if (text.startsWith("${", i)) {
        String value = reference(i + 2);
        append(value == null ? "$" : value, result);
        i = value == null ? i + 1 : end;
      } else if (inside && text.charAt(i) == '{') {
        throw unreadable();
      } else {
        result.append(text.charAt(i));
        i++;
      }
    }
    return i;
  }

  private void append(String value, StringBuilder result) throws DotenvFormatException {
    if (value.length() > room - result.length()) {
      throw new DotenvFormatException(
          line, "the references up to here put in more than 16 MiB; write the value out");
    }
    result.append(value);
  }

  /** Returns what the reference behind a brace stands for, or null where it is none. */
  private @Nullable String reference(int start) throws DotenvFormatException {
    if (lastBrace <= start || text.charAt(start) == '}') {
      return null;
    }
    int nameEnd = nameEnd(start);
    int wordStart = operatorEnd(nameEnd);
    StringBuilder word = new StringBuilder();
    depth++;
    int close = depth > MAX_DEPTH ? text.length() : resolve(wordStart, true, word);
    depth--;
    if (nameEnd == start || (wordStart == nameEnd && close != nameEnd)) {
      throw unreadable();
    }
    if (close == text.length()) {
      return null;
    }
    end = close + 1;
    String operator = text.substring(nameEnd, wordStart);
    return choose(variables.find(text.substring(start, nameEnd)), operator, word.toString());
  }

  private static String choose(@Nullable String value, String operator, String word) {
    boolean counts = value != null && !(operator.startsWith(":") && value.isEmpty());
    if (operator.endsWith("+")) {
      return counts ? word : "";
    }
    return value != null && counts ? value : word;
  }

  private int nameEnd(int start) {
    int i = start;
    while (i < text.length() && Characters.isNamePart(text.charAt(i)) && text.charAt(i) != '-') {
      i++;
    }
    return i;
  }

  private int operatorEnd(int start) {
    int sign = text.startsWith(":", start) ? start + 1 : start;
    boolean found = text.startsWith("-", sign) || text.startsWith("+", sign);
    return found ? sign + 1 : start;
  }

  private DotenvFormatException unreadable() {
    return new DotenvFormatException(
        line, "a reference ${…} in this value cannot be read; for a plain text use single quotes");
  }
}
