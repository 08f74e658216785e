package dev.countersign.runtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Identities in the user's own file, which nobody else may read or write. */
final class UserFileSource implements IdentitySource {
  private static final Set<PosixFilePermission> OWNER =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Path file;

  UserFileSource(Path file) {
    this.file = file;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public String remedy() {
    return "put AGE-SECRET-KEY-… lines there, or move it away and make a new one: secret init";
  }

  @Override
  public byte[] read() throws StoreException {
    try {
      byte[] bytes = BoundedFile.read(file, MAX_BYTES);
      if (bytes == null) {
        throw absent();
      }
      requirePrivate();
      return bytes;
    } catch (IOException e) {
      throw new StoreException(
          "cannot read " + file + ": " + Reasons.of(e),
          "make it a file that you may read and nobody else: chmod 600 " + file,
          e);
    }
  }

  private StoreException absent() {
    return new StoreException(
        "there is no identity: "
            + file
            + " does not exist, and none of "
            + ReaderIdentities.KEY
            + ", "
            + ReaderIdentities.KEY_FILE
            + " and "
            + ReaderIdentities.KEY_COMMAND
            + " is set",
        "secret init makes one; where a program is deployed, set " + ReaderIdentities.KEY);
  }

  private void requirePrivate() throws IOException, StoreException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    permissions.removeAll(OWNER);
    if (!permissions.isEmpty()) {
      throw new StoreException(
          file + " can be reached by other users of this machine", "chmod 600 " + file);
    }
  }
}
