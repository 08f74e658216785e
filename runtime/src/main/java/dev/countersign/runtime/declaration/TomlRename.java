package dev.countersign.runtime.declaration;

import java.util.List;

/**
 * Gives a secret another name wherever a text of TOML spells it: in headers, and in keys of its own
 * or of the table of all secrets. Every other byte stays.
 */
final class TomlRename {
  private static final String SECRETS = "secrets";

  private final String text;
  private final TomlScanner scanner;
  private final String from;
  private final String to;
  private final StringBuilder renamed = new StringBuilder();
  private int kept;

  private TomlRename(String text, String from, String to) {
    this.text = text;
    this.scanner = new TomlScanner(text);
    this.from = from;
    this.to = to;
  }

  static String of(String text, String from, String to) {
    return new TomlRename(text, from, to).run();
  }

  private String run() {
    List<String> table = List.of();
    int place = 0;
    while (place < text.length()) {
      int first = scanner.afterBlanks(place);
      if (first == text.length() || "\r\n#".indexOf(text.charAt(first)) >= 0) {
        place = scanner.endOfLine(place);
        continue;
      }
      boolean isHeader = text.charAt(first) == '[';
      List<String> key = scanner.key(first, isHeader);
      if (isHeader) {
        table = key == null ? List.of() : key;
        rename(table, 0, first + 1);
      } else if (key != null) {
        rename(key, table.size(), first);
        renameWithin(table, key, first);
      }
      place = scanner.endOfStatement(first);
    }
    return renamed.append(text, kept, text.length()).toString();
  }

  /** Renames a header, or a key that stands in no table. */
  private void rename(List<String> key, int depth, int start) {
    boolean isOfSecret =
        depth == 0 && key.size() > 1 && key.get(0).equals(SECRETS) && key.get(1).equals(from);
    if (isOfSecret) {
      replace(scanner.parts(start).get(1));
    }
  }

  /** Renames a key that stands in the table of all secrets. */
  private void renameWithin(List<String> table, List<String> key, int start) {
    if (table.equals(List.of(SECRETS)) && key.get(0).equals(from)) {
      replace(scanner.parts(start).get(0));
    }
  }

  private void replace(int[] part) {
    renamed.append(text, kept, part[0]).append(to);
    kept = part[1];
  }
}
