package dev.countersign.runtime.json;

/** A text is not JSON. The message tells the place and what was expected there, not the text. */
public final class JsonFormatException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  JsonFormatException(int line, int column, String fact) {
    super(fact);
    this.line = line;
    this.column = column;
  }

  /** Returns the line, from 1. */
  public int line() {
    return line;
  }

  /** Returns the column, from 1, in characters. */
  public int column() {
    return column;
  }
}
