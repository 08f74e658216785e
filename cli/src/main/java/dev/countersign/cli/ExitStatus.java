package dev.countersign.cli;

/** What the command's exit status tells a script. */
final class ExitStatus {
  /** Done. */
  static final int DONE = 0;

  /** Asked and answered: the answer is no. */
  static final int NO = 1;

  /** What was asked for cannot be meant: flags, names, a question nobody is there to answer. */
  static final int USAGE = 2;

  /** The store, a key or a file could not be used. */
  static final int UNUSABLE = 3;

  private ExitStatus() {}
}
