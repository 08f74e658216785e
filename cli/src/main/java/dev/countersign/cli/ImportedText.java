package dev.countersign.cli;

import dev.countersign.runtime.dotenv.DotenvFormatException;
import java.util.ArrayList;
import java.util.List;

/** The text that is imported, and everything that is wrong with it, to be told at once. */
final class ImportedText {
  private final String file;
  private final String text;
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * Makes a text without problems.
   *
   * @param file the file as messages name it
   */
  ImportedText(String file, String text) {
    this.file = file;
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Returns {@code dev.env:3}. */
  String line(int line) {
    return file + ":" + line;
  }

  /** Returns {@code dev.json, entry 3}, for files whose readers count no lines. */
  String entry(int number) {
    return file + ", entry " + number;
  }

  void refuse(String place, String problem) {
    problems.add(place + ": " + problem);
  }

  void warn(String place, String warning) {
    warnings.add(place + ": " + warning);
  }

  /** Returns the fault of a dotenv file with its place. */
  DotenvFormatException named(DotenvFormatException e) {
    return e.in(file);
  }

  /** Returns the refusal of a text that cannot be read on. It tells nothing that stands there. */
  Failure unreadable(int line, int column, String problem) {
    return Failure.unusable(line(line) + ":" + column + ": " + problem);
  }

  /** Returns each problem with its place. */
  List<String> problems() {
    return problems;
  }

  List<String> warnings() {
    return warnings;
  }
}
