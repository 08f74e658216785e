package dev.countersign.runtime.dotenv;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dotenv file that somebody named. Unlike {@code .secrets.local}, it must be there. */
public final class DotenvFile {
  private final List<Entry> entries;

  private DotenvFile(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * Reads a file.
   *
   * @throws DotenvFormatException if it is not there, malformed or cannot be read; names the file
   */
  public static DotenvFile read(Path file) throws DotenvFormatException {
    try {
      return new DotenvFile(Dotenv.parse(DotenvText.readExisting(file)));
    } catch (DotenvFormatException e) {
      throw e.in(file.toString());
    } catch (NoSuchFileException e) {
      throw new DotenvFormatException(0, "there is no such file").in(file.toString());
    }
  }

  /** Returns the last assignment of a name, or null. */
  public @Nullable Entry find(String name) {
    return Entry.last(entries, name);
  }
}
