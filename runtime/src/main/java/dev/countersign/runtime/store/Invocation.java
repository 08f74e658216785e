package dev.countersign.runtime.store;

/** The command line's first words in messages: {@code secret}, or in another directory's place. */
public final class Invocation {
  private static final String COMMAND = "secret";
  private static final String PLAIN = "./_-@+,";

  private Invocation() {}

  /**
   * Returns the command for the store of a directory: {@code secret -C ../shared}.
   *
   * @param directory the directory as messages name it, empty for the project's own
   */
  public static String in(String directory) {
    return directory.isEmpty() ? COMMAND : COMMAND + " -C " + word(directory);
  }

  /**
   * Returns the command for the store that holds a file.
   *
   * @param file the file as messages name it: {@code ../shared/secrets/prod.keyring}
   */
  public static String forFile(String file) {
    int end = file.lastIndexOf("/" + StoreDirectory.NAME + "/");
    return in(end < 0 ? "" : file.substring(0, end));
  }

  /** Returns a text as one word of a POSIX shell's command line. */
  static String word(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      if (!plain || (i == 0 && c == '-')) {
        return "'" + text.replace("'", "'\\''") + "'";
      }
    }
    return text;
  }
}
