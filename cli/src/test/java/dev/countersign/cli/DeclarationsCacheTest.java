package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.manifest.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the declarations never gives another answer than the files, whatever happens to it. */
final class DeclarationsCacheTest {
  private static final String EVERYTHING =
      """
      application = "payments"
      [secrets.Plain]
      [secrets.Full]
      description = "quotes \\" and \\\\ and \\u00e9\\n"
      env = ["FULL", "FULL_TWO"]
      types = ["prod", "dev"]
      pattern = "a(b|c)\\\\w+"
      min-version = { prod = 3, dev = 1 }
      format = "uri"
      external = ["prod"]
      [secrets.Maybe]
      optional = true
      description = ""
      [environments]
      eu-west = "prod"
      """;

  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void project() throws IOException {
    cli = Cli.in(temporary);
    cli.write("secrets.toml", "application = \"payments\"\n[secrets.One]\n");
  }

  @Test
  void secondCommand_readsTheCopy() throws Exception {
    cli.run("list").succeeds();
    pretendThatThereIs("Pretended");
    assertTrue(list().contains("Pretended"), list());
  }

  @Test
  void changedFile_isReadAgain_thoughItsSizeAndTimeAreTheSame() throws Exception {
    list();
    Path file = cli.path("secrets.toml");
    FileTime time = Files.getLastModifiedTime(file);
    cli.write("secrets.toml", cli.read("secrets.toml").replace("One", "Two"));
    Files.setLastModifiedTime(file, time);
    assertTrue(list().contains("Two"), list());
    assertFalse(list().contains("One"), list());
  }

  @Test
  void changedFileOfAnExtendedDirectory_isReadAgain() throws Exception {
    Path shared = extend("shared", "[secrets.Common]\n");
    assertTrue(list().contains("Common"), list());
    write(shared, "application = \"shared\"\n[secrets.Other]\n");
    assertTrue(list().contains("Other"), list());
    assertFalse(list().contains("Common"), list());
  }

  @Test
  void vanishedExtendedDirectory_isReported() throws Exception {
    Path shared = extend("shared", "[secrets.Common]\n");
    list();
    Files.delete(shared);
    cli.run("list").exits(ExitStatus.UNUSABLE).tells("../shared holds no secrets.toml");
  }

  @Test
  void extendedDirectoryThatBecameAnother_isReadAgain_thoughItsBytesAreTheSame() throws Exception {
    extend("shared", "[secrets.Common]\n");
    Path copy = temporary.resolve("copy");
    Path link = temporary.resolve("link");
    link(link, temporary.resolve("shared"));
    cli.write("secrets.toml", "application = \"a\"\nextends = [\"../link\"]\n");
    write(copy, Files.readString(temporary.resolve("shared/secrets.toml")));
    list();
    pretendThatThereIs("Pretended");
    assertTrue(list().contains("Pretended"), list());
    Files.delete(link);
    link(link, copy);
    assertFalse(list().contains("Pretended"), list());
  }

  @Test
  void malformedFile_isReportedEachTime_andLeavesNoCopy() throws Exception {
    cli.write("secrets.toml", "application = \"payments\"\nsecret = 1\n");
    cli.run("list").exits(ExitStatus.UNUSABLE).tells("secrets.toml:2:1");
    cli.run("list").exits(ExitStatus.UNUSABLE).tells("secrets.toml:2:1");
    assertFalse(Files.exists(cli.cache()));
  }

  @Test
  void damagedCopy_isReplaced() throws Exception {
    String listed = list();
    byte[] whole = Files.readAllBytes(copy());
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 4;
      Files.write(copy(), damaged);
      assertEquals(listed, list());
    }
    for (int length : new int[] {0, 1, 8, 9, whole.length - 1}) {
      Files.write(copy(), List.of(new String(whole, StandardCharsets.UTF_8).substring(0, length)));
      assertEquals(listed, list());
    }
    assertEquals(whole.length, Files.size(copy()));
  }

  @Test
  void copyThatNeverEnds_costsTimeOnly() throws Exception {
    String listed = list();
    Path endless = Path.of("/dev/zero");
    Assumptions.assumeTrue(Files.exists(endless));
    Files.delete(copy());
    link(copy(), endless);
    assertEquals(listed, list());
    assertFalse(Files.isSymbolicLink(copy()));
  }

  @Test
  void copyOfAnotherBuild_isNotRead() throws Exception {
    list();
    pretendThatThereIs("Pretended");
    cli.build("2");
    assertFalse(list().contains("Pretended"), list());
    pretendThatThereIs("Pretended");
    cli.build("1");
    assertFalse(list().contains("Pretended"), list());
  }

  @Test
  void copyOfAnotherProject_isNotRead() throws Exception {
    String listed = list();
    Cli other = cli.in("other");
    other.write("secrets.toml", "application = \"other\"\n[secrets.Foreign]\n");
    Path ours = copy();
    other.run("list").succeeds();
    try (Stream<Path> all = Files.list(ours.getParent())) {
      Path theirs = all.filter(path -> !path.equals(ours)).findAny().orElseThrow();
      Files.copy(theirs, ours, StandardCopyOption.REPLACE_EXISTING);
    }
    assertEquals(listed, list());
  }

  @Test
  void cacheThatCannotBeMade_costsTimeOnly() throws Exception {
    String listed = list();
    Path file = Files.writeString(temporary.resolve("file"), "");
    cli.variable("XDG_CACHE_HOME", file.toString());
    assertEquals(listed, list());
    assertEquals("", cli.run("list").err());
  }

  @Test
  void copyThatCannotBeReplaced_costsTimeOnly() throws Exception {
    String listed = list();
    Files.delete(copy());
    Files.createDirectories(copy.resolve("in the way"));
    assertEquals(listed, list());
    assertEquals(1, copies());
  }

  @Test
  void withoutABuild_noCopyIsMadeOrRead() throws Exception {
    cli.build("");
    list();
    assertFalse(Files.exists(cli.cache()));
  }

  @Test
  void everythingThatIsDeclared_isTheSameInACopy() throws Exception {
    extend("shared", "[secrets.Common]\n");
    cli.write("secrets.toml", EVERYTHING.replaceFirst("\n", "\nextends = [\"../shared\"]\n"));
    list();
    DeclarationsCopy copy = read();
    Project project = Project.read(cli.project());
    assertEquals(project.declarations(), copy.manifest().declarations());
    assertEquals(project.digest(), copy.manifest().digest());
    assertEquals(project.sources(), copy.sources());
  }

  @Test
  void copy_holdsNoValue_andIsForItsOwnerAlone() throws Exception {
    cli.run("init").succeeds();
    cli.input("the-value").run("set", "--type", "local", "One").succeeds();
    list();
    assertFalse(Files.readString(copy()).contains("the-value"));
    Assumptions.assumeTrue(Files.getFileStore(temporary).supportsFileAttributeView("posix"));
    for (Path directory : List.of(cli.cache(), copy().getParent())) {
      assertEquals(
          "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
    }
  }

  @Test
  void copies_doNotPileUp() throws Exception {
    list();
    for (int i = 0; i < CacheFile.MOST; i++) {
      Files.writeString(copy().resolveSibling("old" + i), "");
    }
    cli.declare("[secrets.Two]\n");
    list();
    assertEquals(1, copies());
  }

  @Test
  void explain_namesTheLine_fromACopyToo() throws Exception {
    list();
    cli.run("explain", "One").succeeds().prints("secrets.toml:2");
  }

  private Path copy;

  /** Returns the one file of the cache. */
  private Path copy() throws IOException {
    if (copy == null) {
      try (Stream<Path> files = Files.list(cli.cache().resolve("declarations"))) {
        copy = files.toList().get(0);
      }
    }
    return copy;
  }

  private long copies() throws IOException {
    try (Stream<Path> files = Files.list(cli.cache().resolve("declarations"))) {
      return files.count();
    }
  }

  private DeclarationsCopy read() throws IOException {
    DeclarationsCopy read = DeclarationsCopy.read(Files.readAllBytes(copy()));
    assertNotNull(read);
    return read;
  }

  /** Makes a copy that is in order and of the same files, and declares another secret. */
  private void pretendThatThereIs(String name) throws Exception {
    DeclarationsCopy found = read();
    Path other = Files.createDirectories(temporary.resolve("pretended"));
    write(other, "application = \"payments\"\n[secrets." + name + "]\n");
    Declarations declarations = Project.read(other).declarations();
    Manifest manifest =
        new Manifest(found.manifest().id(), declarations, found.manifest().digest(), List.of());
    Files.write(copy(), new DeclarationsCopy(found.sources(), manifest).encode());
  }

  private Path extend(String directory, String toml) throws IOException {
    Path shared = temporary.resolve(directory);
    write(shared, "application = \"shared\"\n" + toml);
    cli.write("secrets.toml", "application = \"payments\"\nextends = [\"../shared\"]\n");
    return shared.resolve("secrets.toml");
  }

  private static void write(Path place, String toml) throws IOException {
    boolean isFile = place.endsWith("secrets.toml");
    Path file = isFile ? place : Files.createDirectories(place).resolve("secrets.toml");
    Files.writeString(file, toml);
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("no symbolic links here");
    }
  }

  private String list() {
    return cli.run("list").succeeds().out();
  }
}
