package dev.countersign.cli;

import java.util.Map;
import java.util.TreeMap;

/**
 * Reads assignments as systemd.exec(5) says of {@code EnvironmentFile=}: quoting as in a shell, but
 * nothing is expanded; a backslash in double quotes escapes {@code " \ ` $} and a line end, and
 * stays before anything else; without quotes it escapes every character, and white space around the
 * value goes.
 */
final class EnvironmentFile {
  private static final String ESCAPED = "\"\\`$";

  private final String text;
  private int position;

  private EnvironmentFile(String text) {
    this.text = text;
  }

  static Map<String, String> read(String text) {
    return new EnvironmentFile(text).read();
  }

  private Map<String, String> read() {
    Map<String, String> variables = new TreeMap<>();
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '#' || c == ';') {
        line();
      } else if (Character.isWhitespace(c)) {
        position++;
      } else {
        int equals = text.indexOf('=', position);
        int end = text.indexOf('\n', position);
        if (equals < 0 || (end >= 0 && end < equals)) {
          line();
        } else {
          String name = text.substring(position, equals).strip();
          position = equals + 1;
          variables.put(name, value());
        }
      }
    }
    return variables;
  }

  private void line() {
    while (position < text.length() && text.charAt(position) != '\n') {
      position++;
    }
  }

  private String value() {
    StringBuilder value = new StringBuilder();
    int kept = 0;
    boolean isBegun = false;
    while (position < text.length() && "\n\r".indexOf(text.charAt(position)) < 0) {
      char c = text.charAt(position++);
      if (!isBegun && (c == '\'' || c == '"')) {
        quoted(c, value);
        kept = value.length();
      } else if (c == '\\') {
        isBegun = true;
        escaped(value);
        kept = value.length();
      } else if (" \t".indexOf(c) < 0) {
        isBegun = true;
        value.append(c);
        kept = value.length();
      } else if (isBegun) {
        value.append(c);
      }
    }
    return value.substring(0, kept);
  }

  private void quoted(char quote, StringBuilder value) {
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c == quote) {
        return;
      }
      if (c == '\\' && quote == '"' && position < text.length()) {
        char next = text.charAt(position++);
        value.append(next == '\n' ? "" : ESCAPED.indexOf(next) < 0 ? "\\" + next : "" + next);
      } else {
        value.append(c);
      }
    }
  }

  private void escaped(StringBuilder value) {
    if (position < text.length()) {
      char next = text.charAt(position++);
      value.append(next == '\n' ? "" : next);
    }
  }
}
