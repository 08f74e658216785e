package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.DEV;
import static dev.countersign.runtime.store.StoreFixture.OTHER;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static dev.countersign.runtime.store.StoreFixture.reader;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Identities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full or read-only, and things in the place of a file: every writer says so and how
 * to mend it, nothing is lost, and writing goes on when it is mended.
 */
class DiskFaultTest {
  private static final List<EnvironmentType> PROD_ONLY = List.of(EnvironmentType.PROD);

  @TempDir Path root;
  private StoreFixture project;

  private void createProject(Path directory) throws StoreException {
    project = StoreFixture.create(directory, EnvironmentType.PROD, EnvironmentType.DEV);
    project.set(PROD, TOKEN, "the token");
    project.set(PROD, OTHER, "the other");
    project.set(DEV, TOKEN, "for dev");
  }

  @Test
  void aFullDisk_refusesEveryWrite_andLosesNothing() throws Exception {
    try (MountedDisk disk = MountedDisk.mount(root.resolve("small"), "size=64k")) {
      createProject(disk.directory());
      Path filler = disk.fill();
      assertEveryWriteIsRefused("no space left on device");
      Files.delete(filler);
      assertEquals(2, project.set(PROD, TOKEN, "the next"));
    }
  }

  @Test
  void aValueThatDoesNotFit_isRefused_andASmallerOneIsSet() throws Exception {
    try (MountedDisk disk = MountedDisk.mount(root.resolve("small"), "size=64k")) {
      createProject(disk.directory());
      byte[] large = new byte[50_000];
      Map<String, String> before = project.snapshot();
      StoreException e = assertThrows(StoreException.class, () -> project.set(PROD, TOKEN, large));
      assertEquals(
          "cannot write secrets/prod.secrets: no space left on device; it is left as it was",
          e.fact());
      assertEquals(before, project.snapshot());
      assertEquals(2, project.set(PROD, TOKEN, "small"));
    }
  }

  @Test
  void aDiskOnWhichNoFileCanBeMade_refusesEveryWrite() throws Exception {
    try (MountedDisk disk = MountedDisk.mount(root.resolve("small"), "size=1m,nr_inodes=20")) {
      createProject(disk.directory());
      disk.useUpItsFiles();
      assertEveryWriteIsRefused("no space left on device");
    }
  }

  @Test
  void aFullDisk_asTheSystemReportsIt_losesNothing() throws Exception {
    createProject(root);
    Map<String, String> before = project.snapshot();
    for (FaultyDisk.Step step : List.of(FaultyDisk.Step.CREATE, FaultyDisk.Step.WRITE)) {
      Reader bob = reader("bob", Identities.generate());
      List<Executable> writes =
          List.of(
              () -> writer(new FaultyDisk(step)).write(List.of(set())),
              () -> project.keyringWriter(new FaultyDisk(step)).add(bob, PROD_ONLY),
              () -> project.rekey(new FaultyDisk(step)).run());
      for (Executable write : writes) {
        StoreException full = assertThrows(StoreException.class, write);
        assertTrue(full.fact().contains(": no space left on device; it is left"), full.fact());
        assertEquals(before, project.snapshot());
      }
    }
  }

  @Test
  void aReadOnlyDisk_isReadAndNotWritten() throws Exception {
    try (MountedDisk disk = MountedDisk.mount(root.resolve("small"), "size=256k")) {
      createProject(disk.directory());
      disk.makeReadOnly();
      assertEveryWriteIsRefused("read-only file system");
    }
  }

  @Test
  void aReadOnlyDirectory_isReadAndNotWritten() throws Exception {
    createProject(root);
    Path secrets = root.resolve("secrets");
    assumeTrue(secrets.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(secrets), "this user may write it all the same");
      assertEveryWriteIsRefused("permission denied");
    } finally {
      Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aDirectoryInAFilesPlace_isNamed_andNothingElseIsTouched() throws Exception {
    for (String name : List.of("prod.secrets", "prod.keyring")) {
      createProject(root.resolve("with-" + name));
      Path file = project.secrets(name);
      Path kept = Files.move(file, project.root.resolve("kept"));
      Files.createDirectory(file);
      for (Executable write : writes()) {
        StoreException e = assertThrows(StoreException.class, write);
        assertEquals("cannot read secrets/" + name + ": not a file", e.fact());
      }
      assertTrue(Files.isDirectory(file));
      assertThrows(StoreException.class, () -> project.value(project.ada, TOKEN, PROD));
      assertEquals("for dev", project.value(project.ada, TOKEN, DEV));
      Files.delete(file);
      Files.move(kept, file);
      assertNothingLost();
    }
  }

  @Test
  void aSymbolicLinkInAFilesPlace_isReadAndNeitherFollowedNorReplacedByAWrite() throws Exception {
    for (String name : List.of("prod.secrets", "prod.keyring")) {
      createProject(root.resolve("with-" + name));
      Path file = project.secrets(name);
      Path elsewhere = Files.move(file, project.root.resolve("elsewhere"));
      link(file, elsewhere);
      String before = Files.readString(elsewhere);
      int refused = 0;
      for (Executable write : writes()) {
        StoreException e = assertThrows(StoreException.class, write);
        assertTrue(e.fact().startsWith("secrets/" + name + " is a symbolic link"), e.fact());
        refused++;
      }
      assertEquals(3, refused);
      assertTrue(Files.isSymbolicLink(file));
      assertEquals(before, Files.readString(elsewhere));
      assertNothingLost();
    }
  }

  @Test
  void aStoreBehindASymbolicLink_isWrittenWhereItIs() throws Exception {
    createProject(root.resolve("real"));
    Path linked = Files.createDirectory(root.resolve("linked"));
    link(linked.resolve("secrets"), root.resolve("real").resolve("secrets"));
    StoreFixture behind = new StoreFixture(linked, project.ada);
    assertEquals(2, behind.set(PROD, TOKEN, "written"));
    assertTrue(Files.isSymbolicLink(linked.resolve("secrets")));
    assertEquals("written", project.value(project.ada, TOKEN, PROD));
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "no symbolic links here");
    }
  }

  private static Change set() {
    return Change.set(PROD, TOKEN, "new".getBytes(UTF_8));
  }

  private StoreWriter writer(Disk disk) {
    return new StoreWriter(project.files, "", disk);
  }

  /** One of each way to write prod. */
  private List<Executable> writes() {
    Reader bob = reader("bob", Identities.generate());
    return List.of(
        () -> writer(Disk.REAL).write(List.of(set())),
        () -> project.rekey(Disk.REAL).run(),
        () -> {
          project.keyringWriter(Disk.REAL).add(bob, PROD_ONLY);
          project.set(PROD, TOKEN, "new");
        });
  }

  private void assertEveryWriteIsRefused(String reason) throws Exception {
    Map<String, String> before = project.snapshot();
    for (Executable write : writes()) {
      StoreException e = assertThrows(StoreException.class, write);
      assertTrue(e.fact().contains(": " + reason), e.fact());
      assertTrue(e.fix().startsWith("make "), e.fix());
      assertEquals(before, project.snapshot());
    }
    assertNothingLost();
  }

  private void assertNothingLost() throws StoreException {
    assertEquals(List.of(), project.index().damages());
    assertEquals("the token", project.value(project.ada, TOKEN, PROD));
    assertEquals("the other", project.value(project.ada, OTHER, PROD));
    assertEquals("for dev", project.value(project.ada, TOKEN, DEV));
  }
}
