package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AtomicFileTest {
  private static final byte[] OLD = "old".getBytes(UTF_8);
  private static final byte[] NEW = "new and longer".getBytes(UTF_8);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void writeOld() throws IOException {
    file = Files.write(directory.resolve("prod.secrets"), OLD);
  }

  @Test
  void theNewContent_takesTheOldOnesPlace() throws Exception {
    try (AtomicFile atomic = AtomicFile.of(file, "f")) {
      assertArrayEquals(OLD, atomic.read());
      atomic.prepare(NEW, AtomicFile.NO_CHECK);
      assertArrayEquals(OLD, Files.readAllBytes(file));
      atomic.commit();
    }
    assertOnly(file, NEW);
  }

  @Test
  void aFileThatIsNotThere_isMade() throws Exception {
    Path other = directory.resolve("dev.secrets");
    try (AtomicFile atomic = AtomicFile.of(other, "f")) {
      assertNull(atomic.read());
      atomic.prepare(NEW, AtomicFile.NO_CHECK);
      atomic.commit();
    }
    assertArrayEquals(NEW, Files.readAllBytes(other));
  }

  @ParameterizedTest
  @EnumSource(FaultyDisk.Step.class)
  void aFaultAtAnyStep_leavesTheOldOrTheNewFile_andNothingElse(FaultyDisk.Step step)
      throws Exception {
    assumeTrue(step != FaultyDisk.Step.PERMIT || posix());
    FaultyDisk disk = new FaultyDisk(step);
    StoreException e =
        assertThrows(
            StoreException.class,
            () -> {
              try (AtomicFile atomic = new AtomicFile(file, "prod.secrets", false, disk)) {
                atomic.prepare(NEW, AtomicFile.NO_CHECK);
                atomic.commit();
              }
            });
    assertTrue(disk.reached.contains(step));
    boolean renamed = step == FaultyDisk.Step.SYNC_DIRECTORY;
    assertOnly(file, renamed ? NEW : OLD);
    assertEquals(
        renamed
            ? "prod.secrets is written, but the disk has not confirmed it: no space left on device"
            : "cannot write prod.secrets: no space left on device; it is left as it was",
        e.fact());
  }

  @Test
  void whatTheCheckRefuses_isNotPutInPlace() throws Exception {
    AtomicFile.Check refuse =
        written -> {
          assertArrayEquals(NEW, written);
          throw new StoreException("refused", "write something else");
        };
    StoreException e =
        assertThrows(
            StoreException.class,
            () -> {
              try (AtomicFile atomic = AtomicFile.of(file, "f")) {
                atomic.prepare(NEW, refuse);
              }
            });
    assertEquals("refused", e.fact());
    assertOnly(file, OLD);
  }

  @Test
  void aDiskThatGivesBackOtherBytes_isNoticed() throws Exception {
    Disk lying =
        new Disk() {
          @Override
          byte[] readBack(Path written) {
            return OLD;
          }
        };
    try (AtomicFile atomic = new AtomicFile(file, "f", false, lying)) {
      assertThrows(StoreException.class, () -> atomic.prepare(NEW, AtomicFile.NO_CHECK));
    }
    assertOnly(file, OLD);
  }

  @Test
  void aFileThatSomeoneElseChanged_isLeftAlone() throws Exception {
    byte[] theirs = "theirs".getBytes(UTF_8);
    try (AtomicFile atomic = AtomicFile.of(file, "f")) {
      atomic.prepare(NEW, AtomicFile.NO_CHECK);
      Files.write(file, theirs);
      StoreException e = assertThrows(StoreException.class, atomic::commit);
      assertTrue(e.fact().contains("was changed by someone else"), e.fact());
    }
    assertOnly(file, theirs);
  }

  @Test
  void aFileThatSomeoneElseMade_isLeftAlone() throws Exception {
    Files.delete(file);
    try (AtomicFile atomic = AtomicFile.of(file, "f")) {
      atomic.prepare(NEW, AtomicFile.NO_CHECK);
      Files.write(file, OLD);
      assertThrows(StoreException.class, atomic::commit);
    }
    assertOnly(file, OLD);
  }

  @Test
  void permissions_areKept() throws Exception {
    assumeTrue(posix());
    for (String permissions : List.of("rw-r-----", "rw-rw-rw-", "rw-------", "rwxr-xr-x")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      replace(AtomicFile.of(file, "f"));
      assertEquals(permissions, permissions(file));
    }
  }

  @Test
  void aFileOfItsOwnerAlone_isSoFromTheFirstByte() throws Exception {
    assumeTrue(posix());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    try (AtomicFile atomic = AtomicFile.ownerOnly(file, "f")) {
      atomic.prepare(NEW, AtomicFile.NO_CHECK);
      for (Path path : list()) {
        assertEquals(path.equals(file) ? "rw-r--r--" : "rw-------", permissions(path));
      }
      atomic.commit();
    }
    assertEquals("rw-------", permissions(file));
  }

  @Test
  void aSymbolicLink_isRefused() throws Exception {
    Path link = directory.resolve("link");
    try {
      Files.createSymbolicLink(link, file);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "no symbolic links here");
    }
    try (AtomicFile atomic = AtomicFile.of(link, "link")) {
      StoreException e =
          assertThrows(StoreException.class, () -> atomic.prepare(NEW, AtomicFile.NO_CHECK));
      assertTrue(e.fact().startsWith("link is a symbolic link"), e.fact());
    }
    assertTrue(Files.isSymbolicLink(link));
    assertArrayEquals(OLD, Files.readAllBytes(file));
  }

  @Test
  void aSymbolicLinkThatIsPutInThePlaceMeanwhile_isRefusedToo() throws Exception {
    Path elsewhere = Files.move(file, directory.resolve("elsewhere"));
    Files.copy(elsewhere, file);
    try (AtomicFile atomic = AtomicFile.of(file, "prod.secrets")) {
      atomic.prepare(NEW, AtomicFile.NO_CHECK);
      Files.delete(file);
      try {
        Files.createSymbolicLink(file, elsewhere);
      } catch (IOException | UnsupportedOperationException e) {
        assumeTrue(false, "no symbolic links here");
      }
      StoreException e = assertThrows(StoreException.class, atomic::commit);
      assertTrue(e.fact().startsWith("prod.secrets is a symbolic link"), e.fact());
    }
    assertTrue(Files.isSymbolicLink(file));
    assertArrayEquals(OLD, Files.readAllBytes(elsewhere));
    assertEquals(List.of(elsewhere, file), list());
  }

  @Test
  void aDirectoryThatIsPutInThePlaceMeanwhile_isRefusedToo() throws Exception {
    try (AtomicFile atomic = AtomicFile.of(file, "prod.secrets")) {
      atomic.prepare(NEW, AtomicFile.NO_CHECK);
      Files.delete(file);
      Files.createDirectory(file);
      StoreException e = assertThrows(StoreException.class, atomic::commit);
      assertEquals("cannot read prod.secrets: not a file", e.fact());
    }
    assertEquals(List.of(file), list());
  }

  @Test
  void aDirectoryInTheFilesPlace_isRefused() throws Exception {
    Path inTheWay = Files.createDirectory(directory.resolve("dev.secrets"));
    try (AtomicFile atomic = AtomicFile.of(inTheWay, "dev.secrets")) {
      StoreException e =
          assertThrows(StoreException.class, () -> atomic.prepare(NEW, AtomicFile.NO_CHECK));
      assertEquals("cannot read dev.secrets: not a file", e.fact());
    }
  }

  @Test
  void aDirectoryThatIsNotThere_isAClearError() {
    Path nowhere = directory.resolve("none").resolve("prod.secrets");
    try (AtomicFile atomic = AtomicFile.of(nowhere, "prod.secrets")) {
      StoreException e =
          assertThrows(StoreException.class, () -> atomic.prepare(NEW, AtomicFile.NO_CHECK));
      assertEquals(
          "cannot write prod.secrets: no such file or directory; it is left as it was", e.fact());
    }
  }

  @Test
  void whatAKilledProcessLeft_isRemovedByTheNextWriter() throws Exception {
    Files.write(directory.resolve(".prod.secrets.1f-2a.tmp"), OLD);
    Path others = Files.write(directory.resolve(".dev.secrets.1f-2a.tmp"), OLD);
    Path longer = Files.write(directory.resolve(".prod.secrets.x.1f-2a.tmp"), OLD);
    replace(AtomicFile.of(file, "f"));
    assertEquals(List.of(others, longer, file), list());
  }

  @Test
  void closingWithoutCommit_leavesTheOldFileAlone() throws Exception {
    try (AtomicFile atomic = AtomicFile.of(file, "f")) {
      atomic.prepare(NEW, AtomicFile.NO_CHECK);
      assertEquals(2, list().size());
    }
    assertOnly(file, OLD);
  }

  @Test
  void aBatch_isPutInPlaceWhole() throws Exception {
    Path second = directory.resolve("second");
    try (AtomicFiles batch = new AtomicFiles()) {
      batch.add(AtomicFile.of(file, "first"), NEW, AtomicFile.NO_CHECK);
      batch.add(AtomicFile.of(second, "second"), NEW, AtomicFile.NO_CHECK);
      assertFalse(Files.exists(second));
      batch.commit();
    }
    assertEquals(List.of(file, second), list());
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertArrayEquals(NEW, Files.readAllBytes(second));
  }

  @Test
  void aBatchOfWhichOneCannotBePrepared_leavesAllFilesAlone() throws Exception {
    Path second = directory.resolve("second");
    Disk full = new FaultyDisk(FaultyDisk.Step.WRITE);
    try (AtomicFiles batch = new AtomicFiles()) {
      batch.add(AtomicFile.of(file, "first"), NEW, AtomicFile.NO_CHECK);
      AtomicFile faulty = new AtomicFile(second, "second", false, full);
      assertThrows(StoreException.class, () -> batch.add(faulty, NEW, AtomicFile.NO_CHECK));
    }
    assertOnly(file, OLD);
  }

  @Test
  void aBatchOfWhichOneCannotBePutInPlace_isTakenBack() throws Exception {
    Path made = directory.resolve("a");
    Path last = directory.resolve("z");
    Disk full = new FaultyDisk(FaultyDisk.Step.RENAME);
    try (AtomicFiles batch = new AtomicFiles()) {
      batch.add(AtomicFile.of(made, "made"), NEW, AtomicFile.NO_CHECK);
      batch.add(AtomicFile.of(file, "changed"), NEW, AtomicFile.NO_CHECK);
      batch.add(new AtomicFile(last, "last", false, full), NEW, AtomicFile.NO_CHECK);
      StoreException e = assertThrows(StoreException.class, batch::commit);
      assertTrue(e.fact().startsWith("cannot write last: no space left on device"), e.fact());
    }
    assertOnly(file, OLD);
  }

  private static void replace(AtomicFile file) throws StoreException {
    try (file) {
      file.prepare(NEW, AtomicFile.NO_CHECK);
      file.commit();
    }
  }

  private void assertOnly(Path expected, byte[] content) throws IOException {
    assertEquals(List.of(expected), list());
    assertArrayEquals(content, Files.readAllBytes(expected));
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.sorted().toList();
    }
  }

  private boolean posix() {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
