package dev.countersign.runtime.store;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Identities in a file that a variable names. Its permissions are the platform's affair: what
 * Kubernetes and Docker mount can be read by all who are in the container.
 */
final class KeyFileSource implements IdentitySource {
  private final String path;

  KeyFileSource(String path) {
    this.path = path;
  }

  /** Repeats the path, unless somebody put a key where its file's name belongs. */
  @Override
  public String name() {
    return isKey() ? ReaderIdentities.KEY_FILE : ReaderIdentities.KEY_FILE + " (" + path + ")";
  }

  @Override
  public String remedy() {
    return "let " + ReaderIdentities.KEY_FILE + " name a file of AGE-SECRET-KEY-… lines";
  }

  @Override
  public byte[] read() throws StoreException {
    if (isKey()) {
      throw new StoreException(
          name() + " holds a private key instead of a file's name",
          "set " + ReaderIdentities.KEY + " instead");
    }
    byte[] bytes = bytes();
    if (bytes == null) {
      throw new StoreException(name() + " does not exist", remedy());
    }
    return bytes;
  }

  private byte @Nullable [] bytes() throws StoreException {
    try {
      return BoundedFile.read(Path.of(path), MAX_BYTES);
    } catch (InvalidPathException e) {
      throw new StoreException(ReaderIdentities.KEY_FILE + " is not a file's name", remedy());
    } catch (IOException e) {
      throw new StoreException(
          "cannot read " + name() + ": " + Reasons.of(e),
          "make it a file that the user of this program may read",
          e);
    }
  }

  private boolean isKey() {
    return path.contains("AGE-SECRET-KEY-");
  }
}
