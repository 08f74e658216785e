package dev.countersign.cli.gate;

import dev.countersign.cli.archive.MemberReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work for a few threads, which may bring more work. */
final class WorkQueue {
  private static final int MOST_THREADS = 4;

  /** A piece of work. */
  interface Task {
    /** Does it, with a reader that no other thread has. */
    void run(MemberReader reader);
  }

  private final ArrayDeque<Task> tasks = new ArrayDeque<>();
  private int running;
  private @Nullable Error fault;
  private @Nullable RuntimeException exception;

  synchronized void add(Task task) {
    tasks.add(task);
    notify();
  }

  /** Returns when all is done, on this thread and others. */
  void finish() {
    List<Thread> others = new ArrayList<>();
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    for (int i = 1; i < threads; i++) {
      Thread other = new Thread(this::work, "secret-check-" + i);
      other.setDaemon(true);
      others.add(other);
      other.start();
    }
    work();
    for (Thread other : others) {
      join(other);
    }
    if (fault != null) {
      throw fault;
    }
    if (exception != null) {
      throw exception;
    }
  }

  private static void join(Thread thread) {
    boolean isInterrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try (MemberReader reader = new MemberReader()) {
      for (Task task = take(); task != null; task = take()) {
        try {
          task.run(reader);
        } finally {
          done();
        }
      }
    } catch (RuntimeException e) {
      fail(null, e);
    } catch (Error e) {
      fail(e, null);
    }
  }

  /** Returns the next task, or null when there will be no more. */
  private synchronized @Nullable Task take() {
    while (tasks.isEmpty() && running > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    Task task = tasks.poll();
    running += task == null ? 0 : 1;
    return task;
  }

  private synchronized void done() {
    running--;
    notifyAll();
  }

  private synchronized void fail(@Nullable Error error, @Nullable RuntimeException unchecked) {
    fault = error == null ? fault : error;
    exception = unchecked == null ? exception : unchecked;
    tasks.clear();
    notifyAll();
  }
}
