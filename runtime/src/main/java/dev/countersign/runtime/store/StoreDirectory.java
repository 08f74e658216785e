package dev.countersign.runtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of a store on disk, below {@code secrets/} of the root and of what it extends. */
public final class StoreDirectory implements StoreFiles {
  /** The name of the directory that holds sealed files and keyrings. */
  public static final String NAME = "secrets";

  private final Path root;

  /**
   * Makes a store of a directory.
   *
   * @param root the directory that holds {@code secrets.toml}
   */
  public StoreDirectory(Path root) {
    this.root = root;
  }

  /** Returns the directory that holds {@code secrets.toml}. */
  public Path root() {
    return root;
  }

  /** Returns where a file is, or would be. */
  public Path path(String directory, String fileName) {
    return root.resolve(directory).resolve(NAME).resolve(fileName);
  }

  @Override
  public byte @Nullable [] read(String directory, String fileName) throws StoreException {
    try {
      return BoundedFile.read(path(directory, fileName), StoreText.MAX_FILE_BYTES);
    } catch (IOException e) {
      throw unreadable(directory, fileName, e);
    }
  }

  @Override
  public String describe(String directory, String fileName) {
    return nameOf(directory, fileName);
  }

  /** Returns the name of a file as seen from the root, on any system. */
  public static String nameOf(String directory, String fileName) {
    String prefix = directory.isEmpty() ? "" : directory + "/";
    return prefix + NAME + "/" + fileName;
  }

  private StoreException unreadable(String directory, String fileName, IOException e) {
    String name = describe(directory, fileName);
    String fix =
        Files.isDirectory(path(directory, fileName))
            ? "move that directory away, then: " + Mends.missing(name)
            : "make the file readable by the user that runs this program";
    return new StoreException("cannot read " + name + ": " + Reasons.of(e), fix, e);
  }
}
