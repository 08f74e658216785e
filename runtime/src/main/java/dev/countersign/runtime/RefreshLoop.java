package dev.countersign.runtime;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Reloads secrets time after time, on a daemon thread of its own, until they are closed or garbage.
 */
final class RefreshLoop implements Runnable {
  private static final String THREAD = "countersign-refresh";

  private final Reference<Secrets> secrets;
  private final Listeners listeners; // each holds on to the secrets
  private final long interval;
  private final CountDownLatch stop = new CountDownLatch(1);

  RefreshLoop(Reference<Secrets> secrets, Listeners listeners, Duration interval) {
    this.secrets = secrets;
    this.listeners = listeners;
    this.interval = TimeUnit.NANOSECONDS.convert(interval);
  }

  /**
   * Starts a loop. Providers and enums are looked for where the program's own thread looks: a new
   * one would look on the class path alone, and so into none of the jars within a jar.
   */
  static RefreshLoop start(Secrets secrets, Listeners listeners, Duration interval) {
    RefreshLoop loop = new RefreshLoop(new WeakReference<>(secrets), listeners, interval);
    Thread thread = new Thread(null, loop, THREAD, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.start();
    return loop;
  }

  @Override
  public void run() {
    boolean goesOn = true;
    while (goesOn && !isStopped()) {
      goesOn = tick();
    }
    listeners.clear();
  }

  /** Reloads once; returns false if nobody has the secrets any more. */
  boolean tick() {
    Secrets present = secrets.get();
    if (present != null) {
      present.refresh();
    }
    return present != null;
  }

  /** Waits for the interval to pass. Whoever interrupts the thread only shortens it. */
  private boolean isStopped() {
    try {
      return stop.await(interval, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return stop.getCount() == 0;
    }
  }

  /** Ends the loop; what is under way is not waited for. */
  void stop() {
    stop.countDown();
  }
}
