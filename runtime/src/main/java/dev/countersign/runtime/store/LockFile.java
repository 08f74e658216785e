package dev.countersign.runtime.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One lock file: a lock among this process's threads around an operating system's lock among
 * processes. The system's lock ends with the process, however that ends; and with the first channel
 * of the process that closes the file, so that one is not closed while another copy of this class,
 * which another class loader has made, holds the lock in its own right.
 */
final class LockFile {
  private static final long PAUSE_MILLIS = 20;

  private final Path path;
  private final ReentrantLock threads = new ReentrantLock();
  private @Nullable FileChannel channel;
  private boolean heldByCopy;

  LockFile(Path path) {
    this.path = path;
  }

  void acquire(Disk disk, Duration patience) throws StoreException {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      if (!threads.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw held("another thread of this program", patience);
      }
      lockAgainstProcesses(disk, deadline, patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while waiting for " + path, "run the command again", e);
    }
  }

  void release() {
    try {
      if (threads.getHoldCount() == 1) {
        closeChannel();
      }
    } finally {
      threads.unlock();
    }
  }

  private void lockAgainstProcesses(Disk disk, long deadline, Duration patience)
      throws StoreException, InterruptedException {
    boolean locked = threads.getHoldCount() > 1;
    try {
      if (!locked) {
        locked = waitFor(disk, open(), deadline);
      }
      if (!locked) {
        throw held("another process", patience);
      }
    } catch (IOException e) {
      throw unusable(e);
    } finally {
      if (!locked) {
        release();
      }
    }
  }

  private FileChannel open() throws IOException {
    FileChannel present = channel;
    if (present != null) {
      return present;
    }
    FileChannel opened =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    channel = opened;
    return opened;
  }

  private boolean waitFor(Disk disk, FileChannel channel, long deadline)
      throws IOException, InterruptedException {
    while (!tryLock(disk, channel)) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return true;
  }

  private boolean tryLock(Disk disk, FileChannel channel) throws IOException {
    try {
      heldByCopy = false;
      return disk.tryLock(channel);
    } catch (OverlappingFileLockException e) {
      heldByCopy = true;
      return false;
    }
  }

  private void closeChannel() {
    if (heldByCopy) {
      return; // left open for the next time
    }
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // Closing gives the lock back even where it reports an error.
    } finally {
      channel = null;
    }
  }

  private StoreException held(String holder, Duration patience) {
    return new StoreException(
        path + " is held by " + holder + ", for longer than " + patience.toSeconds() + " s",
        "let the other command end, or end it; then run this one again");
  }

  private StoreException unusable(IOException e) {
    return new StoreException(
        "cannot lock " + path + ": " + Reasons.of(e),
        "make it a file on a file system with locks that the user of this command may write",
        e);
  }
}
