package dev.countersign.runtime.dotenv;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the assignments of a text, and refuses what the dotenv programs would pass over. */
final class DotenvScanner {
  private static final String EXPORT = "export";

  private final String text;
  private int position;
  private int line = 1;

  private DotenvScanner(String text) {
    this.text = text;
  }

  /** Returns the assignments in the order of the text. Takes no value out of it. */
  static List<Assignment> scan(String text) throws DotenvFormatException {
    return scan(text, null);
  }

  /**
   * Returns the assignments in the order of the text.
   *
   * @param passedOver takes the numbers of the lines that are none; they are refused if it is null
   */
  static List<Assignment> scan(String text, @Nullable List<Integer> passedOver)
      throws DotenvFormatException {
    DotenvScanner scanner = new DotenvScanner(text);
    List<Assignment> assignments = new ArrayList<>();
    while (scanner.findsNext()) {
      if (passedOver == null || scanner.isAssignment()) {
        assignments.add(scanner.assignment());
      } else {
        passedOver.add(scanner.line);
        scanner.skipLine();
      }
    }
    return assignments;
  }

  /** Says whether this line begins with a name and a separator: others the programs pass over. */
  private boolean isAssignment() {
    int start = nameStart();
    int end = nameEnd(start);
    boolean colon = is(':', end) && spacesEnd(end + 1) > end + 1;
    return end > start && (colon || is('=', spacesEnd(end)));
  }

  /** Skips white space and comments. */
  private boolean findsNext() {
    while (position < text.length()) {
      if (current() == '#') {
        skipLine();
      } else if (Characters.isSpace(current())) {
        advance();
      } else {
        return true;
      }
    }
    return false;
  }

  private Assignment assignment() throws DotenvFormatException {
    int start = position;
    int ofName = line;
    int nameStart = nameStart();
    int nameEnd = nameEnd(nameStart);
    position = separatorEnd(nameStart, nameEnd);
    skipSpaces();
    String name = text.substring(nameStart, nameEnd);
    Assignment assignment = value(name, ofName, start);
    while (position < assignment.valueEnd()) {
      advance();
    }
    skipLine();
    return assignment;
  }

  /** Returns where the name begins: behind {@code export}, unless that is the name itself. */
  private int nameStart() {
    int end = position + EXPORT.length();
    int i = spacesEnd(end);
    boolean exported =
        text.startsWith(EXPORT, position) && i > end && i < text.length() && nameEnd(i) > i;
    return exported ? i : position;
  }

  private int nameEnd(int start) {
    int end = start;
    while (end < text.length() && Characters.isNamePart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int separatorEnd(int nameStart, int nameEnd) throws DotenvFormatException {
    int equals = spacesEnd(nameEnd);
    if (nameEnd > nameStart && is('=', equals)) {
      return equals + 1;
    }
    if (nameEnd == nameStart || !is(':', nameEnd)) {
      throw fault("this is not NAME=value; mend it, or begin the line with #");
    }
    if (spacesEnd(nameEnd + 1) == nameEnd + 1) {
      throw fault("a colon needs a space behind it; write NAME: value, or NAME=value");
    }
    return nameEnd + 2;
  }

  private Assignment value(String name, int ofName, int start) throws DotenvFormatException {
    boolean quoted = position < text.length() && Characters.isQuote(current());
    int close = quoted ? ClosingQuote.of(text, position) : ClosingQuote.NONE;
    int end = close == ClosingQuote.NONE ? bareEnd() : close + 1;
    if (quoted && (end - position < 2 || text.charAt(end - 1) != current())) {
      throw fault(
          "the value begins with a quote and does not end with it; close it, or use another kind");
    }
    char quote = quoted ? current() : Assignment.BARE;
    return new Assignment(name, ofName, start, position, end, quote);
  }

  /** Returns the end of a value without quotes: a number sign ends it anywhere. */
  private int bareEnd() {
    int end = position;
    while (end < text.length() && "#\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    while (end > position && Characters.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private void skipSpaces() {
    position = spacesEnd(position);
  }

  private int spacesEnd(int start) {
    int end = start;
    while (end < text.length()
        && Characters.isSpace(text.charAt(end))
        && text.charAt(end) != '\n'
        && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private void skipLine() {
    while (position < text.length() && !Characters.isLineEnd(current())) {
      position++;
    }
  }

  /** Takes one character, and counts the line that it ends. */
  private void advance() {
    boolean ends = current() == '\n' || (current() == '\r' && !is('\n', position + 1));
    line += ends ? 1 : 0;
    position++;
  }

  private char current() {
    return text.charAt(position);
  }

  private boolean is(char c, int index) {
    return index < text.length() && text.charAt(index) == c;
  }

  private DotenvFormatException fault(String reason) {
    return new DotenvFormatException(line, reason);
  }
}
