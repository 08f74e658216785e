package dev.countersign.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Takes new snapshots, one at a time, and tells the listeners what changed. */
final class Rotation {
  private final @Nullable Snapshots snapshots;
  private final Listeners listeners = new Listeners();
  private final ReloadLog log = new ReloadLog();
  private final ReentrantLock reloading = new ReentrantLock();
  private @Nullable RefreshLoop loop;
  private boolean closed;

  /**
   * Makes a rotation.
   *
   * @param snapshots null if there is nothing to read
   */
  Rotation(@Nullable Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** Reloads time after time from now on. */
  synchronized void start(Secrets secrets, Duration interval) {
    loop = RefreshLoop.start(secrets, listeners, interval);
  }

  /** Reloads, and tells a failure to the log, once. */
  void refresh(Secrets secrets) {
    try {
      reload(secrets);
    } catch (SecretsException e) {
      log.failed(String.valueOf(e.getMessage()));
    } catch (Throwable e) {
      log.failed(ProviderFailure.types(e)); // its message is not ours, so it stays untold
    }
  }

  /**
   * Reloads now; does nothing once closed.
   *
   * @throws SecretsException if what is there now cannot be used; then nothing has changed
   */
  void reload(Secrets secrets) {
    reloading.lock();
    try {
      if (snapshots != null && !isClosed()) {
        succeed(secrets, snapshots.take());
      }
    } finally {
      reloading.unlock();
    }
  }

  private void succeed(Secrets secrets, Resolver next) {
    boolean taken = false;
    try {
      Succession succession = Succession.of(secrets.resolver(), next);
      log.succeeded();
      taken = succession.isOther() && take(secrets, next, succession);
      if (taken) {
        log.changed(succession.changed());
        listeners.tell(List.copyOf(succession.changed().keySet()));
      }
    } finally {
      if (!taken) {
        next.wipe();
      }
    }
  }

  /** Nothing is taken once closing has returned. */
  private synchronized boolean take(Secrets secrets, Resolver next, Succession succession) {
    if (!closed) {
      secrets.take(next, !succession.changed().isEmpty());
    }
    return !closed;
  }

  /**
   * Adds a listener.
   *
   * @throws IllegalStateException if the secrets were closed
   */
  synchronized Registration add(Secrets secrets, String name, Runnable listener) {
    requireOpen();
    return listeners.add(secrets, name, listener);
  }

  void remove(Listener listener) {
    listeners.remove(listener);
  }

  synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the secrets were closed");
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  synchronized void close() {
    closed = true;
    listeners.clear();
    if (loop != null) {
      loop.stop();
    }
  }
}
