package dev.countersign.runtime.store;

import org.jspecify.annotations.Nullable;

/** A file of the store is damaged, forged or in the middle of a merge: stop. */
public final class StoreFormatException extends StoreException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final String what;
  private final int line;
  private final int column;

  StoreFormatException(String file, int line, int column, String fact, String fix) {
    this(file, line, column, fact, fix, null);
  }

  StoreFormatException(
      String file, int line, int column, String fact, String fix, @Nullable Throwable cause) {
    super(file + ":" + line + ":" + column + ": " + fact, fix, cause);
    this.file = file;
    this.what = fact;
    this.line = line;
    this.column = column;
  }

  /** Returns the same fault with something else to mend it. */
  StoreFormatException mendedBy(String fix) {
    return new StoreFormatException(file, line, column, what, fix, getCause());
  }

  /** Returns the file as messages name it: {@code secrets/prod.secrets}. */
  public String file() {
    return file;
  }

  /** Returns the line, counted from one. */
  public int line() {
    return line;
  }

  /** Returns the column, counted from one. */
  public int column() {
    return column;
  }
}
