package dev.countersign.runtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Replaces one file by new content: whoever looks, at any moment and after any crash, finds the old
 * file whole or the new one whole. {@link #prepare} writes a temporary file beside it, {@link
 * #commit} renames that over it, {@link #close} removes what was not committed. Hold the {@link
 * StoreLock}: a writer who does not is noticed only if the file changed before the rename.
 *
 * <p>A symbolic link is refused rather than replaced or followed.
 */
public final class AtomicFile implements AutoCloseable {
  /** Looks at what was written before it counts, and refuses it by throwing. */
  public interface Check {
    /** Reads the bytes that are on disk now. */
    void check(byte[] written) throws StoreException;
  }

  static final Check NO_CHECK =
      new Check() {
        @Override
        public void check(byte[] written) {}
      };

  private final Path file;
  private final String name;
  private final Disk disk;
  private final TemporaryFile temporary;
  private byte @Nullable [] before;
  private boolean known;

  AtomicFile(Path file, String name, boolean ownerOnly, Disk disk) {
    this.file = file.toAbsolutePath();
    this.name = name;
    this.disk = disk;
    this.temporary = new TemporaryFile(this.file, ownerOnly, disk);
  }

  /**
   * Returns a file to be replaced, which keeps its permissions.
   *
   * @param name the file as messages name it
   */
  public static AtomicFile of(Path file, String name) {
    return new AtomicFile(file, name, false, Disk.REAL);
  }

  /** Returns a file to be replaced that its owner alone may read, whoever could before. */
  public static AtomicFile ownerOnly(Path file, String name) {
    return new AtomicFile(file, name, true, Disk.REAL);
  }

  /** Returns the content that is to be replaced, or null if there is no such file yet. */
  public byte @Nullable [] read() throws StoreException {
    before = readNow();
    known = true;
    return before == null ? null : before.clone();
  }

  /**
   * Writes the new content beside the file and has it checked as it is on disk. The file itself is
   * untouched.
   */
  public void prepare(byte[] content, Check check) throws StoreException {
    if (!known) {
      read();
    }
    boolean done = false;
    try {
      check.check(temporary.write(content));
      done = true;
    } catch (IOException e) {
      throw unwritable(e);
    } finally {
      if (!done) {
        close();
      }
    }
  }

  /** Puts the prepared content in the file's place. */
  public void commit() throws StoreException {
    rename();
    syncDirectory();
  }

  /** Puts the prepared content in the file's place, which a power cut may still undo. */
  void rename() throws StoreException {
    if (!Arrays.equals(before, readNow())) {
      throw new StoreException(
          name + " was changed by someone else in the meantime and is left as it is",
          "run the command again");
    }
    try {
      temporary.rename();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Removes what was prepared and not committed. */
  @Override
  public void close() {
    temporary.delete();
  }

  /** Puts back what was there before it was committed. */
  void restore() throws StoreException {
    try (AtomicFile file = new AtomicFile(this.file, name, temporary.ownerOnly(), disk)) {
      if (before == null) {
        Files.deleteIfExists(this.file);
      } else {
        file.prepare(before, NO_CHECK);
        file.commit();
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  String name() {
    return name;
  }

  private byte @Nullable [] readNow() throws StoreException {
    if (Files.isSymbolicLink(file)) {
      throw new StoreException(
          name + " is a symbolic link, which is not written through",
          "run the command where the file itself is, or put the file in the place of the link");
    }
    try {
      return BoundedFile.read(file, StoreText.MAX_FILE_BYTES);
    } catch (IOException e) {
      throw new StoreException(
          "cannot read " + name + ": " + Reasons.of(e),
          "make it a file that the user of this command may read and write",
          e);
    }
  }

  /** Makes the renaming durable. */
  void syncDirectory() throws StoreException {
    try {
      disk.syncDirectory(temporary.directory());
    } catch (IOException e) {
      throw new StoreException(
          name + " is written, but the disk has not confirmed it: " + Reasons.of(e),
          "check the disk, then the file",
          e);
    }
  }

  private StoreException unwritable(IOException e) {
    return new StoreException(
        "cannot write " + name + ": " + Reasons.of(e) + "; it is left as it was",
        "make "
            + temporary.directory()
            + " a directory with free space that the user of this"
            + " command may write",
        e);
  }
}
