package dev.countersign.runtime.store;

import dev.countersign.runtime.SecretName;

/** Words what to do about a store file that a merge left with conflict markers. */
final class UnfinishedMerge {
  private static final String ANY_NAME = "NAME";

  private UnfinishedMerge() {}

  /**
   * Returns the fault at a marker.
   *
   * @param start where the marker's line starts in the text
   */
  static StoreFormatException fault(
      String file, String text, int number, int start, String marker) {
    String fact = "a merge is unfinished: conflict marker " + marker;
    return new StoreFormatException(file, number, 1, fact, fix(file, text, start));
  }

  private static String fix(String file, String text, int start) {
    if (file.endsWith(Keyring.SUFFIX)) {
      return "git checkout --ours -- "
          + file
          + "   (or --theirs; then secret reader add whom it lacks)";
    }
    return "secret resolve " + name(text, start) + " --ours, or --theirs, or set it again";
  }

  /** Returns the secret that the conflict is about: markers stand around its block or inside it. */
  private static String name(String text, int start) {
    int line = start;
    while (line > 0 && line < text.length() && isBetweenBlocks(text, line)) {
      line = text.indexOf('\n', line) + 1;
    }
    int bracket = text.startsWith("[", line) ? line : text.lastIndexOf("\n[", start) + 1;
    int end = text.indexOf(']', bracket);
    String name = end < 0 ? "" : text.substring(bracket, end).replace("[", "");
    return SecretName.isValid(name) ? name : ANY_NAME;
  }

  private static boolean isBetweenBlocks(String text, int line) {
    return text.startsWith("\n", line)
        || text.startsWith("\r\n", line)
        || ConflictMarkers.marker(text.substring(line, Math.min(line + 7, text.length()))) != null;
  }
}
