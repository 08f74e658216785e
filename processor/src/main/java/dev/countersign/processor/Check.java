package dev.countersign.processor;

import java.util.List;

/** A rule that every use is held against. */
interface Check {
  /** Returns what breaks the rule at one use; nothing, if it is kept. */
  List<Report> check(Use use, ProjectFacts facts);

  /** Returns the rules, in the order their reports appear. */
  static List<Check> inOrder(Options options) {
    return List.of(
        new UndeclaredCheck(),
        new OptionalMismatchCheck(),
        new FormatMismatchCheck(),
        new DamagedStoreCheck(),
        new MissingCheck(options));
  }
}
