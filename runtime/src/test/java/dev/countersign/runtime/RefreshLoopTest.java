package dev.countersign.runtime;

import static dev.countersign.runtime.Declare.declare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The thread that refreshes: when it runs and when it ends. */
class RefreshLoopTest {
  private static final Duration OFTEN = Duration.ofMillis(1);
  private static final long PATIENCE = 60;

  @TempDir Path directory;
  private final LoggedLines log = new LoggedLines();
  private final Changing vault = Changing.of("Token", "one");

  @AfterEach
  void restoreTheLog() {
    log.close();
  }

  @Test
  void refreshingThread_isADaemon_andEndsWhenSecretsAreClosed() throws Exception {
    Secrets secrets = load();
    secrets.refresh(OFTEN);
    Thread thread = threadThatTells(secrets, "two");
    assertTrue(thread.isDaemon());
    assertEquals("countersign-refresh", thread.getName());
    secrets.close();
    assertEnds(thread);
    assertEquals("two", secrets.get("Token").reveal());
  }

  @Test
  void refreshingThread_looksForClassesWhereTheProgramDoes() throws Exception {
    Thread starter = Thread.currentThread();
    ClassLoader before = starter.getContextClassLoader();
    Secrets secrets = load();
    try (URLClassLoader ofTheProgram = new URLClassLoader(new URL[0], before)) {
      starter.setContextClassLoader(ofTheProgram);
      secrets.refresh(OFTEN);
      assertEquals(ofTheProgram, threadThatTells(secrets, "two").getContextClassLoader());
    } finally {
      starter.setContextClassLoader(before);
      secrets.close();
    }
  }

  @Test
  void listenerThatCloses_endsTheThread() throws Exception {
    Secrets secrets = load();
    CompletableFuture<Thread> closing = new CompletableFuture<>();
    secrets.onChange(
        "Token",
        () -> {
          secrets.close();
          closing.complete(Thread.currentThread());
        });
    secrets.refresh(OFTEN);
    vault.set("Token", "two");
    assertEnds(closing.get(PATIENCE, TimeUnit.SECONDS));
  }

  @Test
  void interruptedThread_goesOn() throws Exception {
    Secrets secrets = load();
    secrets.refresh(OFTEN);
    threadThatTells(secrets, "two").interrupt();
    Thread thread = threadThatTells(secrets, "three");
    secrets.onChange("Token", thread::interrupt);
    assertEquals(thread, threadThatTells(secrets, "four"));
    assertEquals(thread, threadThatTells(secrets, "five"));
    secrets.close();
    assertEnds(thread);
  }

  @Test
  void secretsThatNobodyHas_areRefreshedNoMore() throws Exception {
    Thread thread = startAndForget();
    for (int i = 0; thread.isAlive() && i < 10 * PATIENCE; i++) {
      System.gc();
      thread.join(100);
    }
    assertFalse(thread.isAlive());
  }

  private Thread startAndForget() throws Exception {
    Secrets secrets = load();
    secrets.refresh(OFTEN);
    return threadThatTells(secrets, "two");
  }

  @Test
  void secretsThatSomebodyListensTo_areRefreshedThoughNobodyHasThem() throws Exception {
    BlockingQueue<Thread> told = new LinkedBlockingQueue<>();
    WeakReference<Secrets> secrets = listenAndForget(told);
    System.gc();
    System.gc();
    vault.set("Token", "two");
    assertNotNull(told.poll(PATIENCE, TimeUnit.SECONDS));
    Secrets present = secrets.get();
    assertNotNull(present);
    present.close();
  }

  private WeakReference<Secrets> listenAndForget(BlockingQueue<Thread> told) {
    Secrets secrets = load();
    secrets.onChange("Token", () -> told.add(Thread.currentThread()));
    secrets.refresh(OFTEN);
    return new WeakReference<>(secrets);
  }

  @Test
  void tick_saysWhetherThereIsAnyoneToTellNext() {
    Secrets secrets = load();
    WeakReference<Secrets> reference = new WeakReference<>(secrets);
    RefreshLoop loop = new RefreshLoop(reference, new Listeners(), Duration.ofDays(1));
    vault.set("Token", "two");
    assertTrue(loop.tick());
    assertEquals("two", secrets.get("Token").reveal());
    reference.clear();
    assertFalse(loop.tick());
  }

  @Test
  void intervalThatIsNone_isRefused() {
    SecretsBuilder builder = Secrets.builder();
    for (Duration none : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)}) {
      assertThrows(IllegalArgumentException.class, () -> builder.refresh(none));
    }
    builder.refresh(Duration.ofSeconds(Long.MAX_VALUE));
  }

  @Test
  void longestInterval_isWaitedFor() throws Exception {
    Secrets secrets = load();
    secrets.refresh(Duration.ofSeconds(Long.MAX_VALUE));
    vault.set("Token", "two");
    assertEquals("one", secrets.get("Token").reveal());
    secrets.close();
  }

  /** Returns the thread on which a listener hears of a new value. */
  private Thread threadThatTells(Secrets secrets, String value) throws Exception {
    CompletableFuture<Thread> told = new CompletableFuture<>();
    try (Registration listening =
        secrets.onChange("Token", () -> told.complete(Thread.currentThread()))) {
      assertNotNull(listening);
      vault.set("Token", value);
      return told.get(PATIENCE, TimeUnit.SECONDS);
    }
  }

  private static void assertEnds(Thread thread) throws InterruptedException {
    thread.join(TimeUnit.SECONDS.toMillis(PATIENCE));
    assertFalse(thread.isAlive());
  }

  private Secrets load() {
    return new Rotating(directory, declare("Token").done()).with(vault).load();
  }
}
