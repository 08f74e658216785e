package dev.countersign.cli;

/**
 * Ends a command: what to tell the user, and the exit status. The message is lowercase, without a
 * full stop, says what mends it, and never holds a value.
 */
final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final boolean misspoken;

  private Failure(int status, boolean misspoken, String message) {
    super(message, null, false, false);
    this.status = status;
    this.misspoken = misspoken;
  }

  /** The words on the command line do not fit the command: its usage line is shown too. */
  static Failure usage(String message) {
    return new Failure(ExitStatus.USAGE, true, message);
  }

  /** The words fit, but what they ask for is refused. */
  static Failure refused(String message) {
    return new Failure(ExitStatus.USAGE, false, message);
  }

  /** The answer is no. */
  static Failure no(String message) {
    return new Failure(ExitStatus.NO, false, message);
  }

  /** The store, a key or a file could not be used. */
  static Failure unusable(String message) {
    return new Failure(ExitStatus.UNUSABLE, false, message);
  }

  int status() {
    return status;
  }

  /** Says whether a look at the command's usage line helps. */
  boolean isMisspoken() {
    return misspoken;
  }
}
