package dev.countersign.runtime.store;

/**
 * Someone who can open a keyring: a developer or a deployment.
 *
 * @param name what people call the reader
 * @param recipient the reader's public key, {@code age1…}
 */
public record Reader(String name, String recipient) {
  /** The rule of a reader's name, in the words that messages use. */
  public static final String NAME_RULE = "1 to 100 printable characters, no space at either end";

  private static final int MAX_NAME = 100;

  /** Says whether a text can be the name of a reader. */
  public static boolean isValidName(String name) {
    if (name.isEmpty() || name.length() > MAX_NAME || !name.strip().equals(name)) {
      return false;
    }
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      if (!isPrintable(name.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the name as one word of a POSIX shell's command line. */
  public String shellName() {
    return Invocation.word(name);
  }

  /** Leaves out what could make a name look like another, or end its line. */
  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
