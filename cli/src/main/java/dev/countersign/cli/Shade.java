package dev.countersign.cli;

/**
 * The colours that words get where a person looks at them; they never say what the word does not.
 */
enum Shade {
  PLAIN(""),
  GOOD("\u001B[32m"),
  NOTABLE("\u001B[33m"),
  BAD("\u001B[31m"),
  FAINT("\u001B[2m");

  private static final String END = "\u001B[0m";

  private final String start;

  Shade(String start) {
    this.start = start;
  }

  /** Returns a text in this colour. */
  String paint(String text) {
    return this == PLAIN || text.isEmpty() ? text : start + text + END;
  }
}
