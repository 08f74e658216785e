package dev.countersign.cli.gate;

import org.jspecify.annotations.Nullable;

/** A line of a file, as {@code secrets.toml:6} says it. */
record Place(String file, int line) {

  /** Reads a file's name, a colon and a number; null stays null. */
  static @Nullable Place parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int colon = text.lastIndexOf(':');
    return new Place(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }
}
