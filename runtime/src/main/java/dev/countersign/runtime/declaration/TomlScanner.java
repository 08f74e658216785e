package dev.countersign.runtime.declaration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;

/** Finds where a statement of TOML ends, and which key it is about. The text has LF line ends. */
final class TomlScanner {
  private static final String BLANKS = " \t";
  private static final String AFTER_BARE = " \t.=]\r\n";

  private final String text;

  TomlScanner(String text) {
    this.text = text;
  }

  /** Returns where the line ends that a place is in, its line end included. */
  int endOfLine(int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end + 1;
  }

  /** Returns where the statement ends that starts at a place, its line end included. */
  int endOfStatement(int start) {
    int depth = 0;
    int place = start;
    while (place < text.length()) {
      char c = text.charAt(place);
      if (c == '\n' && depth <= 0) {
        return place + 1;
      }
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      place = c == '#' ? endOfLine(place) - 1 : isQuote(c) ? endOfString(place) : place + 1;
    }
    return text.length();
  }

  /**
   * Returns the path of the table that a statement opens or the key that it sets.
   *
   * @return the parts of the path, or null if it is not one
   */
  @Nullable List<String> key(int start, boolean isHeader) {
    int first = isHeader ? start + 1 : start;
    int place = first;
    while (place < text.length() && text.charAt(place) != (isHeader ? ']' : '=')) {
      if (text.charAt(place) == '\n') {
        return null;
      }
      place = isQuote(text.charAt(place)) ? endOfString(place) : place + 1;
    }
    try {
      return Toml.parseDottedKey(text.substring(first, Math.min(place, text.length())).strip());
    } catch (RuntimeException | AssertionError e) {
      return null; // the library's own failures too: the text has no such key
    }
  }

  /**
   * Returns where each part of the path begins and ends that starts at a place, quotes included.
   */
  List<int[]> parts(int start) {
    List<int[]> parts = new ArrayList<>();
    int place = afterBlanks(start);
    int end = endOfPart(place);
    while (end > place) {
      parts.add(new int[] {place, end});
      int dot = afterBlanks(end);
      place = dot < text.length() && text.charAt(dot) == '.' ? afterBlanks(dot + 1) : end;
      end = endOfPart(place);
    }
    return parts;
  }

  /** Returns the next place that is no blank. */
  int afterBlanks(int start) {
    int place = start;
    while (place < text.length() && BLANKS.indexOf(text.charAt(place)) >= 0) {
      place++;
    }
    return place;
  }

  private int endOfPart(int start) {
    if (start < text.length() && isQuote(text.charAt(start))) {
      return endOfString(start);
    }
    int place = start;
    while (place < text.length() && AFTER_BARE.indexOf(text.charAt(place)) < 0) {
      place++;
    }
    return place;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /** Returns where the string ends that starts at a place, its quotes included. */
  private int endOfString(int start) {
    String quote = text.substring(start, start + 1);
    String three = quote.repeat(3);
    if (text.startsWith(three, start)) {
      return afterQuotes(closing(start + 3, three), quote);
    }
    int end = closing(start + 1, quote);
    return Math.min(end, Math.max(endOfLine(start) - 1, start + 1));
  }

  /** A long string may end with two quotes of its own. */
  private int afterQuotes(int end, String quote) {
    int place = end;
    while (place < end + 2 && text.startsWith(quote, place)) {
      place++;
    }
    return place;
  }

  /** Returns the place behind the next closing quotes, which no backslash stands before. */
  private int closing(int start, String quotes) {
    int place = start;
    while (place < text.length() && !text.startsWith(quotes, place)) {
      place += text.charAt(place) == '\\' && quotes.charAt(0) == '"' ? 2 : 1;
    }
    return Math.min(place + quotes.length(), text.length());
  }
}
