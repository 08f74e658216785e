package dev.countersign.runtime.json;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** Writes JSON that is the same on every machine: two spaces a level, LF, and an LF at the end. */
public final class JsonWriter {
  private static final String HEX = "0123456789abcdef";
  private static final String ESCAPED = "\"\\\b\f\n\r\t";
  private static final String ESCAPES = "\"\\bfnrt";

  private final StringBuilder text = new StringBuilder();
  private final Deque<Character> open = new ArrayDeque<>();
  private boolean first = true;

  /** Begins an object or an array, as the value of a key or as an element. */
  public JsonWriter begin(char bracket) {
    text.append(bracket);
    open.push(bracket == '{' ? '}' : ']');
    first = true;
    return this;
  }

  /** Ends what was begun last. */
  public JsonWriter end() {
    char bracket = open.pop();
    if (!first) {
      newLine();
    }
    text.append(bracket);
    first = false;
    return this;
  }

  /** Begins the next element of an array. */
  public JsonWriter element() {
    text.append(first ? "" : ",");
    newLine();
    first = false;
    return this;
  }

  /** Begins the next member of an object. */
  public JsonWriter key(String key) {
    element();
    string(key);
    text.append(": ");
    return this;
  }

  public JsonWriter string(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      character(value, i);
    }
    text.append('"');
    return this;
  }

  public JsonWriter number(long value) {
    text.append(value);
    return this;
  }

  public JsonWriter flag(boolean value) {
    text.append(value);
    return this;
  }

  /** Writes the texts of some values as an array on one line. */
  public JsonWriter strings(Collection<?> values) {
    String separator = "";
    text.append('[');
    for (Object value : values) {
      text.append(separator);
      string(value.toString());
      separator = ", ";
    }
    text.append(']');
    return this;
  }

  /** Returns the whole text. */
  public String finish() {
    return text.append('\n').toString();
  }

  private void character(String value, int i) {
    char c = value.charAt(i);
    int escape = ESCAPED.indexOf(c);
    if (escape >= 0) {
      text.append('\\').append(ESCAPES.charAt(escape));
    } else if (c < ' ' || c == 0x7F || (Character.isSurrogate(c) && !isPaired(value, i))) {
      text.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        text.append(HEX.charAt((c >> shift) & 15));
      }
    } else {
      text.append(c);
    }
  }

  /** Says whether a surrogate has its other half: alone it could not be encoded. */
  private static boolean isPaired(String value, int i) {
    return Character.isHighSurrogate(value.charAt(i))
        ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
  }

  private void newLine() {
    text.append('\n');
    for (int i = 0; i < open.size(); i++) {
      text.append("  ");
    }
  }
}
