package dev.countersign.cli;

import org.jspecify.annotations.Nullable;

/** The person before the screen, if there is one. */
interface Terminal {
  /** Says whether standard input is a terminal: reading it would show what is typed. */
  boolean isInput();

  /** Says whether standard output is a terminal: what is printed there, people see. */
  boolean isOutput();

  /** Returns how many columns the terminal has, or 0 if it does not say. */
  int columns();

  /** Says whether a question can be asked and its answer be hidden. */
  boolean canAsk();

  /**
   * Asks for a line that is not shown while it is typed, or for the lines of a paste.
   *
   * @return what was typed, or null if the input ended before its end
   */
  char @Nullable [] ask(String prompt);

  /**
   * Drops what was typed and not asked for, such as the further lines of a paste that the terminal
   * did not mark: a shell would run them.
   *
   * @return whether there was any
   */
  boolean discard();
}
