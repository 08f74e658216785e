package dev.countersign.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes a file of the user's cache, whole or not at all, for its owner alone. Whatever goes wrong
 * is passed over, and nothing waits for the disk: what is lost is made anew.
 */
final class CacheFile {
  /** So that projects that are gone do not pile up. */
  static final int MOST = 100;

  private static final String PRIVATE = "rwx------";

  private CacheFile() {}

  /**
   * Writes a file.
   *
   * @param cache the directory of the user's cache that is ours
   * @param directory the name of a directory in it
   */
  static void write(Path cache, String directory, String name, byte[] content) {
    Path file = cache.resolve(directory).resolve(name);
    Path temporary = file.resolveSibling(name + "." + ProcessHandle.current().pid());
    try {
      makePrivate(cache);
      makePrivate(cache.resolve(directory));
      makeRoom(cache.resolve(directory));
      Files.deleteIfExists(temporary);
      Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UnsupportedOperationException e) {
      deleteQuietly(temporary);
    }
  }

  /** Empties a directory that is full; what killed processes left goes with it. */
  private static void makeRoom(Path directory) throws IOException {
    int count = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path unused : files) {
        count++;
      }
    }
    if (count >= MOST) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
        for (Path file : files) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static void makePrivate(Path directory) throws IOException {
    if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(directory);
      return;
    }
    Files.createDirectories(
        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(PRIVATE));
  }

  private static void deleteQuietly(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // The directory is emptied when it is full.
    }
  }
}
