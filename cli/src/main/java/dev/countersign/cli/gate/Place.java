package dev.countersign.cli.gate;

/**
 * A file to look at, and a line of it.
 *
 * @param file the file, relative to the root or as it was named
 * @param line the line, from 1, or 0 for the whole file
 */
public record Place(String file, int line) {

  /** Reads a file's name, a colon and a number: {@code secrets.toml:6}. */
  static Place parse(String text) {
    int colon = text.lastIndexOf(':');
    return new Place(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }
}
