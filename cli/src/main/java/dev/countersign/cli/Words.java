package dev.countersign.cli;

import java.util.List;

/**
 * What can stand in a place of a command line, for completion.
 *
 * @param kind where the words are from
 * @param isList whether several may stand there, with commas between them
 * @param fixed the words themselves, for {@link Kind#FIXED}
 */
record Words(Kind kind, boolean isList, List<String> fixed) {
  static final Words ANY = of(Kind.ANY);
  static final Words SECRET = of(Kind.SECRET);
  static final Words ENVIRONMENT = of(Kind.ENVIRONMENT);
  static final Words PLACE = of(Kind.PLACE);
  static final Words READER = of(Kind.READER);
  static final Words COMMAND = of(Kind.COMMAND);
  static final Words FILE = of(Kind.FILE);
  static final Words DIRECTORY = of(Kind.DIRECTORY);
  static final Words PROGRAM = of(Kind.PROGRAM);

  /** Where words are from. */
  enum Kind {
    /** Nobody but the user knows. */
    ANY,
    FIXED,
    SECRET,
    /** The named environments. */
    ENVIRONMENT,
    /** The types and the named environments. */
    PLACE,
    READER,
    COMMAND,
    FILE,
    DIRECTORY,
    /** A program to run, and then its arguments. */
    PROGRAM
  }

  private static Words of(Kind kind) {
    return new Words(kind, false, List.of());
  }

  static Words oneOf(List<String> words) {
    return new Words(Kind.FIXED, false, List.copyOf(words));
  }

  /** Returns the same words, of which several may stand there. */
  Words listed() {
    return new Words(kind, true, fixed);
  }
}
