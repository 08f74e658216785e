package dev.countersign.runtime.resource;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files with the few classes that a process has loaded before it starts a program. */
public final class LocalFile {
  private LocalFile() {}

  /** Opens a file; what it throws if that fails is what {@link Files} throws. */
  public static InputStream open(Path path) throws IOException {
    try {
      return new FileInputStream(path.toFile());
    } catch (FileNotFoundException | UnsupportedOperationException e) {
      return Files.newInputStream(path); // says what is wrong, not only that something is
    }
  }

  /** Reads a file whole. */
  public static byte[] read(Path path) throws IOException {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    }
  }
}
