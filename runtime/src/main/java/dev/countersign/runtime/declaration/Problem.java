package dev.countersign.runtime.declaration;

/**
 * One thing that is wrong with a {@code secrets.toml}, and how to mend it.
 *
 * @param file the file, relative to the root: {@code secrets.toml}, {@code ../shared/secrets.toml}
 * @param line the line, from 1, or 0 when the whole file is meant
 * @param column the column, from 1, or 0 when the whole file is meant
 * @param message what is wrong and what mends it
 */
public record Problem(String file, int line, int column, String message) {

  /** Returns a problem of a whole file. */
  static Problem of(String file, String message) {
    return new Problem(file, 0, 0, message);
  }

  /** Returns the form that editors and terminals can follow: {@code secrets.toml:3:5: message}. */
  @Override
  public String toString() {
    return line == 0 ? file + ": " + message : file + ":" + line + ":" + column + ": " + message;
  }
}
