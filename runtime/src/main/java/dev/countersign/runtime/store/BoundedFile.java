package dev.countersign.runtime.store;

import dev.countersign.runtime.resource.LocalFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Reads a regular file whole, and no more than a limit of it. */
final class BoundedFile {
  private BoundedFile() {}

  /** Returns the bytes, or null if there is no such file. */
  static byte @Nullable [] read(Path path, int limit) throws IOException {
    try {
      if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
        throw new FileSystemException(path.toString(), null, "not a file");
      }
      return readRegular(path, limit);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static byte[] readRegular(Path path, int limit) throws IOException {
    try (InputStream in = LocalFile.open(path)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new FileSystemException(path.toString(), null, "larger than " + limit + " bytes");
      }
      return bytes;
    }
  }
}
