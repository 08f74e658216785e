package dev.countersign.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The name of a secret: {@code [A-Za-z_][A-Za-z0-9_]{0,127}}, case-sensitive.
 *
 * @param value the name, already held against that rule
 */
public record SecretName(String value) implements Comparable<SecretName> {
  /** The rule, in the words that diagnostics use. */
  public static final String RULE =
      "letters, digits and underscores, not starting with a digit, 128 characters at most";

  private static final int MAX_LENGTH = 128;

  /**
   * Makes a name.
   *
   * @throws IllegalArgumentException if the text is not a name; ask {@link #isValid} first
   */
  public SecretName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("\"" + value + "\" is not a secret name: " + RULE);
    }
  }

  /** Says whether a text is the name of a secret. */
  public static boolean isValid(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH || isDigit(text.charAt(0))) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isLetter(text.charAt(i)) && !isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  @Override
  public int compareTo(SecretName other) {
    return value.compareTo(other.value);
  }

  /** Written out: the compiler's own way costs the first use in a process tens of milliseconds. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SecretName name && value.equals(name.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the name itself. */
  @Override
  public String toString() {
    return value;
  }
}
