package dev.countersign.cli.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A file of a directory or of an image. */
record PathMember(String name, Path path) implements Member {

  @Override
  public int nameLength() {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public boolean isClass() {
    return name.endsWith(".class");
  }
}
