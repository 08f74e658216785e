package dev.countersign.runtime;

import static dev.countersign.runtime.Declare.declare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many threads read, reload, listen and close: thousands where there are virtual ones. All of it
 * with {@code -Dcountersign.long=true}, a part in every build.
 */
class RotationStressTest {
  private static final boolean LONG = Boolean.getBoolean("countersign.long");
  private static final boolean VIRTUAL = Runtime.version().feature() >= 21;
  private static final int READERS = (LONG ? 5_000 : 1_000) / (VIRTUAL ? 1 : 10);
  private static final int CHANGES = LONG ? 5_000 : 300;
  private static final int SNAPSHOTS = LONG ? 20_000_000 : 100_000;
  private static final int SPINNING = 3;
  private static final int SHORT_LIVES = LONG ? 2_000 : 100;

  @TempDir Path directory;
  private final LoggedLines log = new LoggedLines();
  private final AtomicInteger number = new AtomicInteger(1);
  private final AtomicInteger announced = new AtomicInteger();
  private final AtomicLong reads = new AtomicLong();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private volatile boolean closing;
  private volatile boolean done;

  @AfterEach
  void restoreTheLog() {
    log.close();
  }

  /** Gives each number as a text in which a part of another one would show. */
  private final class Numbers implements SecretProvider {
    @Override
    public SecretValue find(SecretRequest request) {
      int now = number.get();
      return SecretValue.of((now + "|").repeat(50));
    }

    @Override
    public String name() {
      return "numbers";
    }
  }

  @Test
  void nobodyReadsAnOlderValueThanTheOneAnnounced_norAPartOfOne() throws Exception {
    Secrets secrets = load();
    secrets.onChange("Token", () -> announced.set(parse(secrets.get("Token").reveal())));
    List<Thread> threads = new ArrayList<>();
    List<Supplier<Integer>> ways = ways(secrets);
    for (int i = 0; i < READERS; i++) {
      Supplier<Integer> way = ways.get(i % ways.size());
      threads.add(start(() -> readUntilDone(way)));
    }
    threads.add(start(() -> reloadUntilDone(secrets)));
    threads.add(start(() -> listenUntilDone(secrets)));
    for (int i = 0; i < CHANGES; i++) {
      number.incrementAndGet();
      secrets.reload();
      assertTrue(announced.get() >= number.get());
    }
    int last = number.get();
    closing = true;
    for (int i = 0; i < 4; i++) {
      threads.add(start(secrets::close));
    }
    done = true;
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), List.copyOf(failures));
    assertEquals(last, ways.get(0).get());
    assertTrue(reads.get() >= READERS);
    report(threads.size() + " threads, " + CHANGES + " changes, " + reads.get() + " reads");
  }

  /** Returns every way to read the token, each shared by many threads. */
  private static List<Supplier<Integer>> ways(Secrets secrets) {
    Supplier<String> text = Sites.supplier(secrets, "Token", Conversion.text());
    Supplier<char[]> chars = Sites.supplier(secrets, "Token", Conversion.chars());
    Supplier<SecretValue> value = Sites.supplier(secrets, "Token", Conversion.value());
    return List.of(
        () -> parse(text.get()),
        () -> parse(new String(chars.get())),
        () -> parseAndClose(value.get()),
        () -> parseAndClose(secrets.get("Token")));
  }

  private static int parseAndClose(SecretValue value) {
    try (value) {
      return parse(value.reveal());
    }
  }

  private static int parse(String text) {
    int number = Integer.parseInt(text.substring(0, text.indexOf('|')));
    assertEquals((number + "|").repeat(50), text);
    return number;
  }

  private void readUntilDone(Supplier<Integer> way) {
    int before = 0;
    do {
      int floor = Math.max(before, announced.get());
      before = way.get();
      assertTrue(before >= floor, before + " after " + floor);
      reads.incrementAndGet();
      LockSupport.parkNanos(1);
    } while (!done);
  }

  private void reloadUntilDone(Secrets secrets) {
    while (!done) {
      secrets.refresh();
      LockSupport.parkNanos(1);
    }
  }

  private void listenUntilDone(Secrets secrets) {
    while (!done) {
      AtomicInteger calls = new AtomicInteger();
      try (Registration listening = secrets.onChange("Token", calls::incrementAndGet)) {
        assertTrue(calls.get() >= 0 && listening != null);
      } catch (IllegalStateException e) {
        assertTrue(closing, "closed only at the end");
      }
      LockSupport.parkNanos(1);
    }
  }

  /** The same without files and listeners, so that snapshots follow each other fast. */
  @Test
  void nobodyReadsAnOlderSnapshotThanTheOneAnnounced() throws Exception {
    Secrets secrets = new Secrets(snapshot(0), new Modules(List.of()));
    Supplier<Integer> supplier = Sites.supplier(secrets, "Token", Conversion.integer());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < SPINNING; i++) {
      threads.add(start(() -> spinUntilDone(supplier)));
    }
    for (int i = 1; i <= SNAPSHOTS; i++) {
      secrets.take(snapshot(i), true);
      announced.set(i);
    }
    done = true;
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of(), List.copyOf(failures));
    assertEquals(SNAPSHOTS, supplier.get());
    report(SNAPSHOTS + " snapshots, " + reads.get() + " reads of a supplier");
  }

  private static Resolver snapshot(int number) {
    return Resolver.of(Map.of("Token", String.valueOf(number)));
  }

  private void spinUntilDone(Supplier<Integer> supplier) {
    long count = 0;
    int before = 0;
    while (!done) {
      int floor = Math.max(before, announced.get());
      before = supplier.get();
      assertTrue(before >= floor, before + " after " + floor);
      count++;
    }
    reads.addAndGet(count);
  }

  @Test
  void refreshingSecrets_closedByManyThreads_leaveNoThread() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < SHORT_LIVES; i++) {
      Secrets secrets = load();
      secrets.refresh(Duration.ofNanos(1));
      threads.add(start(secrets::close));
      threads.add(start(secrets::close));
      number.incrementAndGet();
      secrets.refresh();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("countersign-refresh")) {
        thread.join(TimeUnit.MINUTES.toMillis(1));
        assertFalse(thread.isAlive());
      }
    }
    assertEquals(List.of(), List.copyOf(failures));
  }

  private Secrets load() {
    return new Rotating(directory, declare("Token").done()).with(new Numbers()).load();
  }

  private Thread start(Runnable task) throws ReflectiveOperationException {
    Runnable watched =
        () -> {
          try {
            task.run();
          } catch (Throwable thrown) {
            failures.add(thrown);
          }
        };
    if (VIRTUAL) {
      return (Thread)
          Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, watched);
    }
    Thread thread = new Thread(watched, "stress");
    thread.start();
    return thread;
  }

  private static void report(String figures) {
    if (LONG) {
      System.out.println("[long run] rotation: " + figures);
    }
  }
}
