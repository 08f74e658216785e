package dev.countersign.runtime.dotenv;

import dev.countersign.runtime.SecretName;
import java.util.List;

/** Edits the text of {@code .secrets.local} and keeps every byte that it need not change. */
public final class OverrideEditor {
  private OverrideEditor() {}

  /**
   * Sets a value, so that reading the result gives exactly that value: replaces the last assignment
   * of the name, or appends one. New lines end as the first line of the text does.
   *
   * @throws DotenvFormatException if the text is malformed, or the edit would change the value of
   *     another assignment
   */
  public static String set(String text, SecretName name, String value)
      throws DotenvFormatException {
    String lineEnd = lineEnd(text);
    String quoted = Quoting.of(value);
    String before = quoted == null ? name + "=" + QuotedByReference.FIRST + lineEnd : "";
    String written = quoted == null ? QuotedByReference.second(name.value(), value) : quoted;
    String last = written.replace("\n", lineEnd);
    List<Assignment> assignments = scan(text);
    int index = lastOf(name.value(), assignments);
    String edited =
        index < 0
            ? ended(text, lineEnd) + before + name + "=" + last + lineEnd
            : replaced(text, assignments, index, before, last);
    return EditCheck.passed(text, edited, name.value(), last);
  }

  private static String ended(String text, String lineEnd) {
    boolean ended = text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
    return ended ? text : text + lineEnd;
  }

  private static String replaced(
      String text, List<Assignment> assignments, int index, String before, String last) {
    Assignment replaced = assignments.get(index);
    int line = lineStart(text, replaced.start());
    int start = line;
    if (index > 0 && isFirst(text, assignments.get(index - 1), replaced)) {
      start = lineStart(text, assignments.get(index - 1).start());
    }
    return text.substring(0, start)
        + before
        + text.substring(line, replaced.valueStart())
        + last
        + text.substring(replaced.valueEnd());
  }

  /** Says whether an assignment is the first of a pair that {@link QuotedByReference} wrote. */
  private static boolean isFirst(String text, Assignment first, Assignment second) {
    String written = first.name() + "=" + QuotedByReference.FIRST;
    return first.name().equals(second.name())
        && text.substring(first.start(), first.valueEnd()).equals(written)
        && nextLine(text, first.valueEnd()) == lineStart(text, second.start());
  }

  /**
   * Removes every assignment of a name, with its line.
   *
   * @throws DotenvFormatException if the text is malformed, or the edit would change the value of
   *     another assignment
   */
  public static String remove(String text, SecretName name) throws DotenvFormatException {
    StringBuilder rest = new StringBuilder();
    int kept = 0;
    for (Assignment assignment : scan(text)) {
      if (assignment.name().equals(name.value())) {
        rest.append(text, kept, lineStart(text, assignment.start()));
        kept = nextLine(text, assignment.valueEnd());
      }
    }
    rest.append(text, kept, text.length());
    return EditCheck.passed(text, rest.toString(), name.value(), null);
  }

  /**
   * Gives every assignment of a name another name, in its place where that changes no value.
   *
   * @throws DotenvFormatException if the text is malformed, or another value refers to the name
   */
  public static String rename(String text, SecretName from, SecretName to)
      throws DotenvFormatException {
    try {
      return OverrideRename.of(text, from, to);
    } catch (DotenvFormatException e) {
      throw e.in(OverrideFile.FILE);
    }
  }

  private static List<Assignment> scan(String text) throws DotenvFormatException {
    try {
      return DotenvScanner.scan(text);
    } catch (DotenvFormatException e) {
      throw e.in(OverrideFile.FILE);
    }
  }

  private static int lastOf(String name, List<Assignment> assignments) {
    int index = assignments.size() - 1;
    while (index >= 0 && !assignments.get(index).name().equals(name)) {
      index--;
    }
    return index;
  }

  private static int lineStart(String text, int position) {
    int start = position;
    while (start > 0 && "\r\n".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  private static int nextLine(String text, int position) {
    int end = position;
    while (end < text.length() && "\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length());
  }

  private static String lineEnd(String text) {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }
}
