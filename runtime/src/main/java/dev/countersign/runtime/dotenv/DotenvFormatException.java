package dev.countersign.runtime.dotenv;

/** A dotenv file cannot be read. The message says where, and never what stands there. */
public final class DotenvFormatException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  DotenvFormatException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** Returns the line, from 1, or 0 when the whole file is meant. */
  public int line() {
    return line;
  }
}
