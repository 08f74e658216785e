package dev.countersign.cli.archive;

/** One file of a jar, a directory or an image. */
public interface Member {
  /** Returns the whole name, with slashes: {@code com/acme/Shop.class}. */
  String name();

  /** Returns how long the name is, in bytes, without making a text of it. */
  int nameLength();

  /** Says whether the name ends with {@code .class}. */
  boolean isClass();
}
