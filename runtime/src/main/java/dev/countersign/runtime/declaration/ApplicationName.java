package dev.countersign.runtime.declaration;

import java.util.Locale;

/** The name of an application, and of a named environment: {@code [a-z][a-z0-9-]{0,62}}. */
public final class ApplicationName {
  /** The rule, in the words that messages use. */
  public static final String RULE =
      "lower-case letters, digits and dashes, starting with a letter, 63 characters at most";

  private static final int MAX_LENGTH = 63;
  private static final String FALLBACK = "application";

  private ApplicationName() {}

  /** Says whether a text is such a name. */
  public static boolean isValid(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** Returns the valid name that is nearest to any text, such as that of a directory. */
  public static String from(String text) {
    StringBuilder name = new StringBuilder();
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      if (isLetter(c) || (!name.isEmpty() && c >= '0' && c <= '9')) {
        name.append(c);
      } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') {
        name.append('-');
      }
    }
    name.setLength(Math.min(name.length(), MAX_LENGTH));
    while (!name.isEmpty() && name.charAt(name.length() - 1) == '-') {
      name.setLength(name.length() - 1);
    }
    return name.isEmpty() ? FALLBACK : name.toString();
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
