package dev.countersign.runtime.dotenv;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds an edited text against the one before. A value that only an escaped quote ends, goes on to
 * the next such quote when quotes below it change; an edit that comes to that is not made.
 */
final class EditCheck {
  private EditCheck() {}

  /**
   * Returns the edited text.
   *
   * @param name the name that was edited
   * @param written the value of its last assignment as it must be written now, or null for none
   */
  static String passed(String before, String edited, String name, @Nullable String written)
      throws DotenvFormatException {
    List<Assignment> assignments = DotenvScanner.scan(before);
    if (isAsMeant(others(before, assignments, name), edited, name, written)) {
      return edited;
    }
    throw new DotenvFormatException(
        lineOfEscapedEnd(before, assignments),
        "this value ends with an escaped quote, and other quotes below would move its end;"
            + " put it into another kind of quotes");
  }

  private static boolean isAsMeant(
      List<String> others, String edited, String name, @Nullable String written) {
    try {
      List<Assignment> assignments = DotenvScanner.scan(edited);
      return others.equals(others(edited, assignments, name))
          && Objects.equals(written, last(edited, assignments, name));
    } catch (DotenvFormatException e) {
      return false;
    }
  }

  /** Returns the assignments of other names as they are written. */
  private static List<String> others(String text, List<Assignment> assignments, String name) {
    List<String> others = new ArrayList<>();
    for (Assignment assignment : assignments) {
      if (!assignment.name().equals(name)) {
        others.add(text.substring(assignment.start(), assignment.valueEnd()));
      }
    }
    return others;
  }

  private static @Nullable String last(String text, List<Assignment> assignments, String name) {
    String last = null;
    for (Assignment assignment : assignments) {
      if (assignment.name().equals(name)) {
        last = text.substring(assignment.valueStart(), assignment.valueEnd());
      }
    }
    return last;
  }

  private static int lineOfEscapedEnd(String text, List<Assignment> assignments) {
    for (Assignment assignment : assignments) {
      if (assignment.quote() != Assignment.BARE && assignment.raw(text).endsWith("\\")) {
        return assignment.line();
      }
    }
    return 0;
  }
}
