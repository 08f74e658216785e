package dev.countersign.runtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The right to write a project's store, {@code secrets.toml} and {@code .secrets.local}: one holder
 * at a time, over all threads and processes of a machine. A thread that holds it may take it again.
 * It binds only who asks for it, and only as far as the file system's locks reach.
 */
public final class StoreLock implements AutoCloseable {
  /**
   * The name of the file that is locked, below {@code secrets/}. It stays when the lock is gone.
   */
  public static final String FILE = ".lock";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ConcurrentMap<Path, LockFile> LOCK_FILES = new ConcurrentHashMap<>();

  private final LockFile file;
  private boolean held = true;

  private StoreLock(LockFile file) {
    this.file = file;
  }

  /**
   * Takes the lock, after half a minute's wait at most.
   *
   * @param root the directory that holds {@code secrets/}, which is made if need be
   * @throws StoreException if another holds it for longer, or there can be no lock
   */
  public static StoreLock acquire(Path root) throws StoreException {
    return acquire(root, Disk.REAL, PATIENCE);
  }

  static StoreLock acquire(Path root, Disk disk) throws StoreException {
    return acquire(root, disk, PATIENCE);
  }

  static StoreLock acquire(Path root, Disk disk, Duration patience) throws StoreException {
    LockFile file = lockFile(root.resolve(StoreDirectory.NAME));
    file.acquire(disk, patience);
    return new StoreLock(file);
  }

  /** Gives the lock back; the thread that took it does so. */
  @Override
  public void close() {
    if (held) {
      held = false;
      file.release();
    }
  }

  private static LockFile lockFile(Path directory) throws StoreException {
    try {
      Files.createDirectories(directory);
      Path path = directory.toRealPath().resolve(FILE);
      LockFile created = new LockFile(path);
      LockFile present = LOCK_FILES.putIfAbsent(path, created);
      return present == null ? created : present;
    } catch (IOException e) {
      throw new StoreException(
          "cannot make " + directory + ": " + Reasons.of(e),
          "make it a directory that the user of this command may write",
          e);
    }
  }
}
