package dev.countersign.runtime.dotenv;

import java.util.List;

/** Reads the syntax of dotenv files as the {@code dotenv} and {@code dotenvx} programs do. */
public final class Dotenv {
  private Dotenv() {}

  /** Reads a file's text; a {@code ${NAME}} refers to the assignments above it. */
  public static List<Entry> parse(String text) throws DotenvFormatException {
    return List.of();
  }

  /** Reads a file's text; a {@code ${NAME}} refers to the assignments above it, then to others. */
  public static List<Entry> parse(String text, Variables others) throws DotenvFormatException {
    return List.of();
  }
}
