package dev.countersign.runtime.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLockTest {
  private static final Duration SHORT = Duration.ofMillis(150);

  @TempDir Path root;

  @Test
  void theSameThread_mayTakeItAgain() throws Exception {
    StoreLock outer = StoreLock.acquire(root, SHORT);
    StoreLock inner = StoreLock.acquire(root, SHORT);
    inner.close();
    inner.close();
    assertHeldForOthers();
    outer.close();
    assertFreeForOthers();
  }

  @Test
  void anotherThread_waitsAndThenIsToldSo() throws Exception {
    StoreLock lock = StoreLock.acquire(root, SHORT);
    try (lock) {
      assertHeldForOthers();
    }
    assertFreeForOthers();
  }

  @Test
  void twoNamesOfOneDirectory_areOneLock() throws Exception {
    Path alias = root.resolve("alias");
    try {
      Files.createSymbolicLink(alias, root);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "no symbolic links here");
    }
    StoreLock lock = StoreLock.acquire(alias, SHORT);
    try (lock) {
      assertHeldForOthers();
    }
  }

  @Test
  void anotherProcess_isWaitedForAndThenNamed() throws Exception {
    try (OtherProcess holder = OtherProcess.start("hold", root)) {
      holder.awaitLine("held");
      StoreException e = assertThrows(StoreException.class, () -> StoreLock.acquire(root, SHORT));
      assertTrue(e.fact().contains(".lock is held by another process"), e.fact());
      assertTrue(e.fix().contains("let the other command end"), e.fix());
    }
    StoreLock.acquire(root, Duration.ofSeconds(30)).close();
  }

  @Test
  void aKilledProcess_holdsNothing() throws Exception {
    try (OtherProcess holder = OtherProcess.start("hold", root)) {
      holder.awaitLine("held");
      holder.kill();
      StoreLock.acquire(root, Duration.ofSeconds(30)).close();
    }
  }

  @Test
  void aLockFileThatCannotBeOne_isAClearError() throws Exception {
    Files.createDirectories(root.resolve("secrets").resolve(".lock"));
    StoreException e = assertThrows(StoreException.class, () -> StoreLock.acquire(root, SHORT));
    assertTrue(e.fact().startsWith("cannot lock "), e.fact());
  }

  @Test
  void aDirectoryThatCannotBeMade_isAClearError() throws Exception {
    Files.writeString(root.resolve("secrets"), "a file");
    StoreException e = assertThrows(StoreException.class, () -> StoreLock.acquire(root, SHORT));
    assertTrue(e.fact().startsWith("cannot make "), e.fact());
  }

  @Test
  void anInterruptedThread_isToldSoAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    StoreException e = assertThrows(StoreException.class, () -> StoreLock.acquire(root, SHORT));
    assertTrue(Thread.interrupted());
    assertTrue(e.fact().startsWith("interrupted while waiting for "), e.fact());
  }

  private void assertHeldForOthers() throws Exception {
    Future<?> attempt = inAnotherThread();
    Exception e = assertThrows(Exception.class, attempt::get);
    assertEquals(StoreException.class, e.getCause().getClass());
    assertTrue(
        e.getCause().getMessage().contains("is held by another thread"), e.getCause().getMessage());
  }

  private void assertFreeForOthers() throws Exception {
    inAnotherThread().get();
  }

  private Future<?> inAnotherThread() {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      return thread.submit(
          () -> {
            StoreLock.acquire(root, SHORT).close();
            return null;
          });
    } finally {
      thread.shutdown();
    }
  }
}
