package dev.countersign.runtime.dotenv;

/** A dotenv file cannot be read. The message says where, and never what stands there. */
public final class DotenvFormatException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;
  private final String reason;

  DotenvFormatException(int line, String reason) {
    this(line == 0 ? "" : "line " + line + ": ", line, reason);
  }

  private DotenvFormatException(String where, int line, String reason) {
    super(where + reason);
    this.line = line;
    this.reason = reason;
  }

  /** Returns the same with the name of the file in its message: {@code .secrets.local:3: …}. */
  public DotenvFormatException in(String file) {
    String where = line == 0 ? file + ": " : file + ":" + line + ": ";
    DotenvFormatException named = new DotenvFormatException(where, line, reason);
    named.setStackTrace(getStackTrace());
    return named;
  }

  /** Returns the line, from 1, or 0 when the whole file is meant. */
  public int line() {
    return line;
  }
}
