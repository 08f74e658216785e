package dev.countersign.runtime.declaration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes a text apart into its units. Together they are the text again, byte for byte. Whether the
 * text is well formed is for its reader to say.
 */
final class TomlUnits {
  private static final String SECRETS = "secrets";

  private final String text;
  private final TomlScanner scanner;
  private final List<TomlUnit> units = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();
  private List<String> table = List.of();
  private @Nullable TomlUnit open;

  private TomlUnits(String text) {
    this.text = text;
    this.scanner = new TomlScanner(text);
  }

  /**
   * Returns the units of a text.
   *
   * @param text a text with LF line ends, the last line too; or an empty one
   * @return the units in order, or null if the text cannot be taken apart
   */
  static @Nullable List<TomlUnit> of(String text) {
    TomlUnits units = new TomlUnits(text);
    return units.split() ? units.units : null;
  }

  private boolean split() {
    int loose = 0;
    int place = 0;
    while (place < text.length()) {
      int end = scanner.endOfLine(place);
      String line = text.substring(place, end).strip();
      if (!line.isEmpty() && line.charAt(0) != '#') {
        int first = place + indent(place);
        end = scanner.endOfStatement(first);
        TomlUnit unit = unit(first, text.substring(place, end));
        if (unit == null) {
          return false;
        }
        add(unit, text.substring(loose, place));
        loose = end;
      }
      place = end;
    }
    close(comments(text.substring(loose), true));
    return true;
  }

  private int indent(int start) {
    int place = start;
    while (Character.isWhitespace(text.charAt(place))) {
      place++;
    }
    return place - start;
  }

  /** Reads a statement; a header changes the table that the next ones are in. */
  private @Nullable TomlUnit unit(int first, String statement) {
    boolean isHeader = text.charAt(first) == '[';
    List<String> key = text.startsWith("[[", first) ? null : scanner.key(first, isHeader);
    if (key == null) {
      return null;
    }
    List<String> path = new ArrayList<>(isHeader ? List.of() : table);
    path.addAll(key);
    boolean isSecret = path.size() > 1 && path.get(0).equals(SECRETS);
    String within = isHeader || isOfSecret(table) ? null : join(table);
    table = isHeader ? path : table;
    String id = join(isSecret ? path.subList(0, 2) : path);
    return new TomlUnit(isHeader && !isSecret ? "[" + id + "]" : id, within, "", statement);
  }

  private static boolean isOfSecret(List<String> table) {
    return table.size() > 1 && table.get(0).equals(SECRETS);
  }

  private static String join(List<String> path) {
    return String.join(String.valueOf(TomlUnit.SEPARATOR), path);
  }

  /** Adds a statement: to the unit that is open, if it is the same, or as one of its own. */
  private void add(TomlUnit next, String loose) {
    TomlUnit present = open;
    if (present != null && present.id().equals(next.id())) {
      open = with(present, present.blank(), present.text() + loose + next.text());
      return;
    }
    String above = comments(loose, false);
    int blank = blankLines(above);
    close("");
    open = with(next, above.substring(0, blank), above.substring(blank) + next.text());
  }

  /**
   * Parts the lines between two statements: those right below the first stay with it, those right
   * above the second are returned, and each paragraph between them is a unit.
   */
  private String comments(String loose, boolean isLast) {
    int start = firstBlankLine(loose, isLast);
    close(loose.substring(0, start));
    String rest = loose.substring(start);
    int end = endOfParagraph(rest);
    while (end < rest.length()) {
      addComment(rest.substring(0, end));
      rest = rest.substring(end);
      end = endOfParagraph(rest);
    }
    if (isLast && !rest.isEmpty()) {
      addComment(rest);
      return "";
    }
    return rest;
  }

  private void addComment(String lines) {
    int blank = blankLines(lines);
    String comment = lines.substring(blank);
    units.add(unique(new TomlUnit("#" + comment, null, lines.substring(0, blank), comment)));
  }

  /** Ends the unit that is open, with lines that belong to it. */
  private void close(String below) {
    TomlUnit present = open;
    open = null;
    if (present != null) {
      units.add(unique(with(present, present.blank(), present.text() + below)));
    } else if (!below.isEmpty()) {
      addComment(below);
    }
  }

  /** What is in several places is told apart by their number. */
  private TomlUnit unique(TomlUnit unit) {
    int number = seen.merge(unit.id(), 1, Integer::sum);
    String id = number == 1 ? unit.id() : unit.id() + TomlUnit.SEPARATOR + number;
    return new TomlUnit(id, unit.table(), unit.blank(), unit.text());
  }

  private static TomlUnit with(TomlUnit unit, String blank, String text) {
    return new TomlUnit(unit.id(), unit.table(), blank, text);
  }

  /** Returns where the first empty line is; without one, nothing is below, or at the end all. */
  private static int firstBlankLine(String lines, boolean isLast) {
    int place = 0;
    while (place < lines.length()) {
      int end = lines.indexOf('\n', place) + 1;
      if (lines.substring(place, end).isBlank()) {
        return place;
      }
      place = end;
    }
    return isLast ? lines.length() : 0;
  }

  /** Returns where empty lines, and the comment below them, end. */
  private static int endOfParagraph(String lines) {
    int place = blankLines(lines);
    while (place < lines.length()) {
      int end = lines.indexOf('\n', place) + 1;
      if (lines.substring(place, end).isBlank()) {
        return place;
      }
      place = end;
    }
    return place;
  }

  private static int blankLines(String lines) {
    int place = 0;
    while (place < lines.length()) {
      int end = lines.indexOf('\n', place) + 1;
      if (!lines.substring(place, end).isBlank()) {
        return place;
      }
      place = end;
    }
    return place;
  }
}
