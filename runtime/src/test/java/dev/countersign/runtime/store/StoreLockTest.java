package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    StoreLock outer = StoreLock.acquire(root, Disk.REAL, SHORT);
    StoreLock inner = StoreLock.acquire(root, Disk.REAL, SHORT);
    inner.close();
    inner.close();
    assertHeldForOthers();
    outer.close();
    assertFreeForOthers();
  }

  @Test
  void anotherThread_waitsAndThenIsToldSo() throws Exception {
    StoreLock lock = StoreLock.acquire(root, Disk.REAL, SHORT);
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
    StoreLock lock = StoreLock.acquire(alias, Disk.REAL, SHORT);
    try (lock) {
      assertHeldForOthers();
    }
  }

  @Test
  void anotherProcess_isWaitedForAndThenNamed() throws Exception {
    try (OtherProcess holder = OtherProcess.start(Work.HOLD, root)) {
      holder.awaitLine("held");
      StoreException e =
          assertThrows(StoreException.class, () -> StoreLock.acquire(root, Disk.REAL, SHORT));
      assertTrue(e.fact().contains(".lock is held by another process"), e.fact());
      assertTrue(e.fix().contains("let the other command end"), e.fix());
    }
    StoreLock.acquire(root).close();
  }

  @Test
  void aKilledProcess_holdsNothing() throws Exception {
    try (OtherProcess holder = OtherProcess.start(Work.HOLD, root)) {
      holder.awaitLine("held");
      holder.kill();
      StoreLock.acquire(root).close();
    }
  }

  @Test
  void aFileSystemWithoutLocks_isAClearError_andNothingIsWritten() throws Exception {
    StoreFixture project = StoreFixture.withProd(root);
    project.set(StoreFixture.PROD, StoreFixture.TOKEN, "there");
    Map<String, String> before = project.snapshot();
    StoreWriter writer = new StoreWriter(project.files, "", new NoLocks());
    byte[] value = "new".getBytes(UTF_8);
    List<Change> changes = List.of(Change.set(StoreFixture.PROD, StoreFixture.TOKEN, value));
    StoreException e = assertThrows(StoreException.class, () -> writer.write(changes));
    assertTrue(e.fact().startsWith("cannot lock "), e.fact());
    assertTrue(e.fact().endsWith("secrets/.lock: no locks available"), e.fact());
    assertTrue(e.fix().contains("on a file system with locks"), e.fix());
    assertThrows(StoreException.class, () -> project.rekey(new NoLocks()).run());
    assertEquals(before, project.snapshot());
    assertEquals(2, project.set(StoreFixture.PROD, StoreFixture.TOKEN, "new"));
  }

  /** As a file system is that is mounted over the network from a server without a lock daemon. */
  private static final class NoLocks extends Disk {
    @Override
    boolean tryLock(FileChannel channel) throws IOException {
      throw new IOException("No locks available");
    }
  }

  @Test
  void aCopyOfTheClassThatWaitedInVain_leavesTheLockToItsHolder() throws Exception {
    Path path = Files.createDirectory(root.resolve("secrets")).resolve(StoreLock.FILE);
    LockFile holder = new LockFile(path);
    LockFile copy = new LockFile(path); // as another class loader would make it
    holder.acquire(Disk.REAL, SHORT);
    assertThrows(StoreException.class, () -> copy.acquire(Disk.REAL, SHORT));
    try (OtherProcess process = OtherProcess.start(Work.TRY_LOCK, root)) {
      process.awaitLine("held by another");
    }
    holder.release();
    copy.acquire(Disk.REAL, SHORT);
    copy.release();
    holder.acquire(Disk.REAL, SHORT);
    holder.release();
  }

  @Test
  void aLockFileThatCannotBeOne_isAClearError() throws Exception {
    Files.createDirectories(root.resolve("secrets").resolve(".lock"));
    StoreException e =
        assertThrows(StoreException.class, () -> StoreLock.acquire(root, Disk.REAL, SHORT));
    assertTrue(e.fact().startsWith("cannot lock "), e.fact());
  }

  @Test
  void aDirectoryThatCannotBeMade_isAClearError() throws Exception {
    Files.writeString(root.resolve("secrets"), "a file");
    StoreException e =
        assertThrows(StoreException.class, () -> StoreLock.acquire(root, Disk.REAL, SHORT));
    assertTrue(e.fact().startsWith("cannot make "), e.fact());
  }

  @Test
  void anInterruptedThread_isToldSoAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    StoreException e =
        assertThrows(StoreException.class, () -> StoreLock.acquire(root, Disk.REAL, SHORT));
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
            StoreLock.acquire(root, Disk.REAL, SHORT).close();
            return null;
          });
    } finally {
      thread.shutdown();
    }
  }
}
