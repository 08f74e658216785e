package dev.countersign.runtime.declaration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A {@code secrets.toml} that declarations were read from, by which a copy of them can be told from
 * one that is out of date. Declarations follow from the bytes of their files and from which of the
 * directories are the same: as long as all of these are unchanged, reading them again would give
 * equal ones. Needs no TOML library.
 *
 * @param directory the directory, as {@link Declaration#directory()} has it
 * @param place its real path
 * @param digest the SHA-256 of the file, in hex
 */
public record SourceFile(String directory, String place, String digest) {

  /** Says whether the file is where it was, and byte for byte what it was. */
  public boolean isUnchanged(Path root) {
    Path path = root.resolve(directory);
    try {
      return path.toRealPath().toString().equals(place)
          && DeclarationsDigest.of(Files.readAllBytes(path.resolve(Project.FILE))).equals(digest);
    } catch (IOException e) {
      return false;
    }
  }
}
