package dev.countersign.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths that people write. */
final class Paths {
  private Paths() {}

  /** Returns a path from a directory, without {@code ..} steps in it. */
  static Path resolve(Path directory, String text) throws Failure {
    try {
      return directory.resolve(text).normalize();
    } catch (InvalidPathException e) {
      throw Failure.unusable(
          "not the name of a file or directory: "
              + text
              + "\n  fix: write it without odd characters");
    }
  }
}
