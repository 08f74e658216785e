package dev.countersign.runtime.dotenv;

import dev.countersign.runtime.SecretName;

/** Edits the text of {@code .secrets.local} and keeps every byte that it need not change. */
public final class OverrideEditor {
  private OverrideEditor() {}

  /**
   * Sets a value, so that reading the result gives exactly that value: replaces the last assignment
   * of the name, or appends one.
   *
   * @throws DotenvFormatException if the text is malformed
   */
  public static String set(String text, SecretName name, String value)
      throws DotenvFormatException {
    return text;
  }

  /**
   * Removes every assignment of a name.
   *
   * @throws DotenvFormatException if the text is malformed
   */
  public static String remove(String text, SecretName name) throws DotenvFormatException {
    return text;
  }
}
