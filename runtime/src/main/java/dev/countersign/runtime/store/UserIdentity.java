package dev.countersign.runtime.store;

import dev.countersign.runtime.age.Age;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.age.IdentityFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

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
    write(file, identity, null);
    return identity;
  }

  /**
   * Writes an identity to a file of its own, with the directories above it.
   *
   * @param passphrase what protects it besides, wiped by the caller; or null
   * @throws StoreException if there is such a file already, which is never overwritten, or if it
   *     cannot be made
   */
  public static void write(Path file, Identity identity, char @Nullable [] passphrase)
      throws StoreException {
    try (AtomicFile atomic = AtomicFile.ownerOnly(file, file.toString())) {
      Files.createDirectories(file.toAbsolutePath().getParent(), ownerOnly(file));
      requireAbsent(atomic, file);
      atomic.prepare(content(identity, passphrase), AtomicFile.NO_CHECK);
      atomic.commit();
    } catch (IOException e) {
      throw new StoreException(
          "cannot make the directory of " + file + ": " + Reasons.of(e),
          "make it a directory that only you may read and write",
          e);
    }
  }

  private static void requireAbsent(AtomicFile atomic, Path file) throws StoreException {
    if (atomic.read() != null) {
      throw new StoreException(
          "there is an identity already, which is never overwritten: " + file,
          "mv "
              + file
              + " "
              + file
              + ".old, and run it again; the old one goes on with "
              + ReaderIdentities.KEY_FILE
              + "="
              + file
              + ".old");
    }
  }

  private static byte[] content(Identity identity, char @Nullable [] passphrase) {
    String text = "# public key: " + identity.recipient() + "\n" + identity.encoded() + "\n";
    String content =
        passphrase == null ? text : IdentityFile.encrypt(text, passphrase, Age.DEFAULT_WORK_FACTOR);
    return content.getBytes(StandardCharsets.UTF_8);
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
