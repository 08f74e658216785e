package dev.countersign.cli;

import java.util.List;

/** Files that are lists of lines, such as {@code .gitignore}. */
final class Lines {
  private static final String WINDOWS = "\r\n";

  private Lines() {}

  /** Returns the text with the lines at its end that it lacks; otherwise every byte stays. */
  static String added(String text, List<String> lines) {
    String lineEnd = text.contains(WINDOWS) ? WINDOWS : "\n";
    StringBuilder added = new StringBuilder(text);
    for (String line : lines) {
      if (!contains(text, line)) {
        if (!added.isEmpty() && added.charAt(added.length() - 1) != '\n') {
          added.append(lineEnd);
        }
        added.append(line).append(lineEnd);
      }
    }
    return added.toString();
  }

  private static boolean contains(String text, String line) {
    for (String present : text.lines().toList()) {
      String stripped = present.strip();
      if (stripped.equals(line) || stripped.equals("/" + line)) {
        return true;
      }
    }
    return false;
  }
}
