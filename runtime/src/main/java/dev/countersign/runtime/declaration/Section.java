package dev.countersign.runtime.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** One table of a file. Reads its keys by type and reports those that are of another. */
final class Section {
  private final TomlTable table;
  private final String file;
  private final Problems problems;

  Section(TomlTable table, String file, Problems problems) {
    this.table = table;
    this.file = file;
    this.problems = problems;
  }

  Set<String> keys() {
    return table.keySet();
  }

  boolean has(String key) {
    return table.contains(List.of(key));
  }

  boolean isEmptyList(String key) {
    return table.get(List.of(key)) instanceof TomlArray array && array.isEmpty();
  }

  Place place(String key) {
    return place(table.inputPositionOf(List.of(key)));
  }

  /** Returns where the value of a key begins. */
  Place valuePlace(String key) {
    return place(table.entry(List.of(key)).value().position());
  }

  void report(Place place, String message) {
    problems.report(place, message);
  }

  /** Reports every key that is none of these. */
  void allowOnly(List<String> known) {
    for (String key : keys()) {
      if (!known.contains(key)) {
        report(place(key), Unknown.message("unknown key " + key, key, known));
      }
    }
  }

  @Nullable String text(String key, String example) {
    return value(key, String.class, "a string", example);
  }

  boolean flag(String key) {
    return Boolean.TRUE.equals(value(key, Boolean.class, "true or false", "true"));
  }

  @Nullable Long number(String key) {
    return value(key, Long.class, "a whole number", "1");
  }

  @Nullable Section section(String key, String example) {
    TomlTable inner = value(key, TomlTable.class, "a table", example);
    return inner == null ? null : new Section(inner, file, problems);
  }

  /** Returns the strings of a list, each with its place; none where the key is absent. */
  List<Located<String>> texts(String key, String example) {
    TomlArray array = value(key, TomlArray.class, "a list of strings", example);
    List<Located<String>> texts = new ArrayList<>();
    for (int i = 0; array != null && i < array.size(); i++) {
      Place place = place(array.inputPositionOf(i));
      if (array.get(i) instanceof String text) {
        texts.add(new Located<>(text, place));
      } else {
        report(place, mustBe(key, "a list of strings", example));
      }
    }
    return texts;
  }

  private <T> @Nullable T value(String key, Class<T> type, String kind, String example) {
    Object value = table.get(List.of(key));
    if (value == null || type.isInstance(value)) {
      return type.cast(value);
    }
    report(place(key), mustBe(key, kind, example));
    return null;
  }

  private static String mustBe(String key, String kind, String example) {
    return key + " must be " + kind + ": " + key + " = " + example;
  }

  private Place place(@Nullable TomlPosition position) {
    return position == null
        ? new Place(file, 1, 1)
        : new Place(file, position.line(), position.column());
  }
}
