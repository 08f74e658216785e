package dev.countersign.runtime.store;

import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes the user's identity file, which nobody else can read from its first byte on. */
public final class UserIdentity {
  private UserIdentity() {}

  /**
   * Makes a new identity and its file, with the directories above it.
   *
   * @throws StoreException if there is such a file already, which is never overwritten, or if it
   *     cannot be made
   */
  public static Identity create(Path file) throws StoreException {
    Identity identity = Identities.generate();
    String text = "# public key: " + identity.recipient() + "\n" + identity.encoded() + "\n";
    try (AtomicFile atomic = AtomicFile.ownerOnly(file, file.toString())) {
      Files.createDirectories(file.toAbsolutePath().getParent(), ownerOnly(file));
      if (atomic.read() != null) {
        throw new StoreException(file + " exists already and is not overwritten", "secret init");
      }
      atomic.prepare(text.getBytes(StandardCharsets.UTF_8), AtomicFile.NO_CHECK);
      atomic.commit();
      return identity;
    } catch (IOException e) {
      throw new StoreException(
          "cannot make the directory of " + file + ": " + Reasons.of(e),
          "make it a directory that only you may read and write",
          e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }
}
