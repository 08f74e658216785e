package dev.countersign.runtime.dotenv;

import dev.countersign.runtime.SecretName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives a value of {@code .secrets.local} to another name, without changing any value. */
final class OverrideRename {
  private final String text;
  private final String from;
  private final String to;
  private final Map<String, Entry> meant = new TreeMap<>();

  private OverrideRename(String text, SecretName from, SecretName to) throws DotenvFormatException {
    this.text = text;
    this.from = from.value();
    this.to = to.value();
    for (Entry entry : Dotenv.parse(text)) {
      meant.put(entry.name().equals(this.from) ? this.to : entry.name(), entry);
    }
  }

  /** Returns the text with other names in their places, or the assignment moved to the end. */
  static String of(String text, SecretName from, SecretName to) throws DotenvFormatException {
    OverrideRename rename = new OverrideRename(text, from, to);
    Entry renamed = rename.meant.get(to.value());
    String inPlace = rename.inPlace();
    if (renamed == null || rename.changedBy(inPlace) == 0) {
      return inPlace;
    }
    String moved = OverrideEditor.set(OverrideEditor.remove(text, from), to, renamed.value());
    int line = rename.changedBy(moved);
    if (line != 0) {
      throw new DotenvFormatException(
          line, "this value refers to ${" + from + "}; write what it stands for in its place");
    }
    return moved;
  }

  private String inPlace() throws DotenvFormatException {
    StringBuilder edited = new StringBuilder();
    int kept = 0;
    for (Assignment assignment : DotenvScanner.scan(text)) {
      if (assignment.name().equals(from)) {
        int name = text.lastIndexOf(from, assignment.valueStart() - 1);
        edited.append(text, kept, name).append(to);
        kept = name + from.length();
      }
    }
    return edited.append(text, kept, text.length()).toString();
  }

  /** Returns the line of the first value that an edit changes, or 0 if it changes none. */
  private int changedBy(String edited) {
    Map<String, String> values = new TreeMap<>();
    for (Entry entry : parsed(edited)) {
      values.put(entry.name(), entry.value());
    }
    for (Map.Entry<String, Entry> each : meant.entrySet()) {
      if (!each.getValue().value().equals(values.remove(each.getKey()))) {
        return each.getValue().line();
      }
    }
    return values.isEmpty() ? 0 : 1;
  }

  private static List<Entry> parsed(String edited) {
    try {
      return Dotenv.parse(edited);
    } catch (DotenvFormatException e) {
      return List.of(); // an edit that breaks the text changes every value
    }
  }
}
