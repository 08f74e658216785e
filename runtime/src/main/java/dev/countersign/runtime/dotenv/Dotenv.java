package dev.countersign.runtime.dotenv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the syntax of dotenv files as the {@code dotenv} and {@code dotenvx} programs do.
 *
 * <ul>
 *   <li>A line they pass over in silence is refused, and so is a value that begins with a quote and
 *       does not end with it, which they take with its quote.
 *   <li>Where the two differ, <code>${NAME}</code> and its defaults, {@code \t} in double quotes
 *       and {@code \$} are read as by dotenvx; {@code $NAME} without braces and {@code \'} are
 *       text, as to dotenv.
 *   <li>No command is run: {@code $(command)} is text.
 * </ul>
 */
public final class Dotenv {
  /** How much references may add to a file: what they name may refer to others in turn. */
  private static final int MAX_ADDED = 16 << 20;

  private Dotenv() {}

  /**
   * Reads a file's text; a <code>${NAME}</code> refers to the assignments above it.
   *
   * @throws DotenvFormatException if a line cannot be read
   */
  public static List<Entry> parse(String text) throws DotenvFormatException {
    return parse(text, new Above());
  }

  /**
   * Reads a file's text; a <code>${NAME}</code> refers to the given variables, and where they have
   * no such name, to the assignments above it.
   *
   * @throws DotenvFormatException if a line cannot be read
   */
  public static List<Entry> parse(String text, Variables variables) throws DotenvFormatException {
    return parse(text, new Above(variables));
  }

  /**
   * Reads a file's text, and passes over the lines that the dotenv programs pass over.
   *
   * @param passedOver takes the numbers of those lines
   * @throws DotenvFormatException if another line cannot be read
   */
  public static List<Entry> parseLeniently(String text, List<Integer> passedOver)
      throws DotenvFormatException {
    return parse(text, DotenvScanner.scan(text, passedOver), new Above());
  }

  private static List<Entry> parse(String text, Above above) throws DotenvFormatException {
    return parse(text, DotenvScanner.scan(text), above);
  }

  private static List<Entry> parse(String text, List<Assignment> assignments, Above above)
      throws DotenvFormatException {
    List<Entry> entries = new ArrayList<>();
    int room = text.length() + MAX_ADDED;
    for (Assignment assignment : assignments) {
      above.reader = assignment.name();
      String value = ValueText.of(assignment.raw(text), assignment.quote());
      if (assignment.quote() != '\'') {
        value = References.resolve(value, assignment.line(), above, room);
      }
      room -= value.length();
      entries.add(new Entry(assignment.name(), value, assignment.line()));
      above.values.put(assignment.name(), value);
    }
    return List.copyOf(entries);
  }

  /**
   * What a reference may mean: others' variables first, as they win when a program starts; but a
   * reference of a name to itself goes on from the assignment above.
   */
  private static final class Above implements Variables {
    private final @Nullable Variables others;
    private final Map<String, String> values = new HashMap<>();
    private String reader = "";

    Above() {
      this.others = null;
    }

    Above(Variables others) {
      this.others = others;
    }

    @Override
    public @Nullable String find(String name) {
      String above = values.get(name);
      if (others == null || (name.equals(reader) && above != null)) {
        return above;
      }
      String value = others.find(name);
      return value == null ? above : value;
    }
  }
}
