package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The archive of classes: there it is used, and whatever is wrong with it costs time alone. */
final class ClassArchiveIT {
  private static final long PATIENCE_SECONDS = 60;
  private static final String USED = "-XX:SharedArchiveFile=";
  private static final String MAKING = ".making";

  @TempDir Path temporary;
  private final Map<String, String> environment = new HashMap<>();
  private Path home;
  private Path project;
  private Path unpacked;

  static List<Path> jdks() throws IOException {
    return Jdks.all();
  }

  @BeforeEach
  void project() throws IOException {
    home = Files.createDirectory(temporary.resolve("home, größer"));
    project = Files.createDirectory(temporary.resolve("payments"));
    Files.writeString(
        project.resolve("secrets.toml"), "application = \"payments\"\n[secrets.StripeKey]\n");
    environment.put("HOME", home.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
  }

  @Test
  void packagedArchive_isUsedInItsPlace() throws Exception {
    String archive = used(Launcher.PATH);
    assertTrue(
        archive.startsWith(Launcher.PATH.getParent().resolveSibling("lib").toString()), archive);
    assertAccepted(Path.of(archive), Path.of(environment.get("JAVA_HOME")), Launcher.PATH);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void anotherPlaceOrJdk_getsAnArchiveInTheUsersCache(Path jdk) throws Exception {
    unpack();
    Shell.run(temporary, Map.of(), "chmod", "-R", "a-w", unpacked.toString()).succeeds();
    for (int i = 1; i <= 6; i++) {
      Path old = Files.writeString(archives().resolve("old" + i + ".jsa"), "");
      Files.setLastModifiedTime(old, FileTime.from(i, TimeUnit.DAYS));
    }
    environment.put("JAVA_HOME", jdk.toString());
    Path archive = made();
    assertEquals(archive.toString(), used(secret()));
    assertAccepted(archive, jdk, secret());
    assertEquals(5, names(archives()).size());
    assertFalse(names(archives()).contains("old1.jsa"));
    assertEquals(List.of(".cache"), names(home));
    Shell.run(temporary, Map.of(), "chmod", "-R", "u+w", unpacked.toString()).succeeds();
  }

  @Test
  void manyCommandsAtOnce_makeOne() throws Exception {
    unpack();
    try (WatchService watch = watch()) {
      environment.put("CI", "");
      String line = "for i in 1 2 3 4 5 6; do \"$0\" list & done; wait";
      Shell.run(project, environment, "sh", "-c", line, secret().toString())
          .succeeds()
          .tellsNothing();
      await(watch);
    }
    assertEquals(1, names(archives()).size());
  }

  @Test
  void damagedArchive_costsTimeOnly() throws Exception {
    unpack();
    Path archive = made();
    byte[] whole = Files.readAllBytes(archive);
    for (int length : new int[] {0, 1, 100, 5000, whole.length / 2, whole.length - 5000}) {
      Files.delete(archive);
      Files.write(archive, Arrays.copyOf(whole, length));
      lists();
    }
    Files.write(archive, new byte[whole.length]);
    lists();
    Files.writeString(archive, "no archive\n".repeat(1000));
    lists();
  }

  @Test
  void archiveOfAnotherJdk_costsTimeOnly() throws Exception {
    unpack();
    List<Path> jdks = jdks();
    Assumptions.assumeTrue(jdks.size() > 1);
    Path own = made();
    environment.put("JAVA_HOME", jdks.get(1).toString());
    Path other = made();
    byte[] bytes = Files.readAllBytes(own);
    Files.delete(other);
    Files.write(other, bytes);
    assertEquals(other.toString(), used(secret()));
    lists();
  }

  @Test
  void archiveOfOtherJars_costsTimeOnly() throws Exception {
    unpack();
    made();
    Path jar = unpacked.resolve("lib/countersign-cli.jar");
    Files.setLastModifiedTime(jar, FileTime.from(1, TimeUnit.DAYS));
    lists();
  }

  @Test
  void otherBuildInItsPlace_doesNotTakeTheArchive() throws Exception {
    unpack();
    made();
    Files.writeString(unpacked.resolve("lib/build"), "another\n");
    assertEquals("", used(secret()));
  }

  @Test
  void whatCameToNothing_isNotTriedAgainTheSameDay() throws Exception {
    unpack();
    Path archive = made();
    Files.delete(archive);
    Files.createDirectory(making(archive));
    environment.put("CI", "");
    assertFalse(trace(secret()).contains(" nice "), trace(secret()));
  }

  @Test
  void whereNothingIsToBeMade_nothingIs() throws Exception {
    unpack();
    Path file = Files.writeString(temporary.resolve("file"), "");
    environment.put("COUNTERSIGN_CACHE", "off");
    leavesNothing();
    environment.remove("COUNTERSIGN_CACHE");
    environment.put("XDG_CACHE_HOME", file.resolve("below").toString());
    leavesNothing();
    environment.remove("XDG_CACHE_HOME");
    for (String odd : List.of("", "relative", file.toString(), "/")) {
      environment.put("HOME", odd);
      lists();
    }
    environment.remove("HOME");
    lists();
    assertEquals(List.of("secrets.toml"), names(project));
  }

  @Test
  void cacheOfSomebodyElse_isLeftAlone() throws Exception {
    unpack();
    Path archive = made();
    Path cache = home.resolve(".cache/countersign");
    Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root gives away");
    Shell.run(temporary, Map.of(), "chown", "12345", cache.toString()).succeeds();
    assertEquals("", used(secret()));
    Shell.run(temporary, Map.of(), "chown", "-R", "12345", home.toString()).succeeds();
    Shell.run(temporary, Map.of(), "rm", "-r", cache.toString()).succeeds();
    lists();
    assertFalse(Files.exists(archive));
    assertFalse(Files.exists(cache));
  }

  private void unpack() throws Exception {
    unpacked = Archives.unpack(Archives.zip(), temporary.resolve("ein Ort für alles"));
  }

  private Path secret() {
    return unpacked.resolve("bin/secret");
  }

  private Path archives() throws IOException {
    return Files.createDirectories(home.resolve(".cache/countersign/archives"));
  }

  /** Lists the secrets in the way of every other test, without a word too many. */
  private void lists() throws Exception {
    Shell.run(project, environment, secret().toString(), "list")
        .succeeds()
        .prints("StripeKey  missing")
        .tellsNothing();
  }

  private void leavesNothing() throws Exception {
    environment.put("CI", "");
    lists();
    environment.remove("CI");
    assertEquals(List.of(), names(home));
  }

  /** Has the launcher make an archive, and returns it when all is done. */
  private Path made() throws Exception {
    try (WatchService watch = watch()) {
      environment.put("CI", "");
      lists();
      environment.remove("CI");
      return await(watch);
    }
  }

  private WatchService watch() throws IOException {
    WatchService watch = archives().getFileSystem().newWatchService();
    archives().register(watch, StandardWatchEventKinds.ENTRY_DELETE);
    return watch;
  }

  /** Waits until the directory is gone in which an archive is made. */
  private Path await(WatchService watch) throws Exception {
    while (true) {
      var key = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertTrue(
          key != null,
          () -> "no archive is made: " + names(home.resolve(".cache/countersign/archives")));
      for (var event : key.pollEvents()) {
        String name = String.valueOf(event.context());
        if (name.endsWith(MAKING)) {
          return archives().resolve(name.substring(0, name.length() - MAKING.length()) + ".jsa");
        }
      }
      key.reset();
    }
  }

  private static Path making(Path archive) {
    return Path.of(archive.toString().replace(".jsa", MAKING));
  }

  private String trace(Path launcher) throws Exception {
    return Shell.run(project, environment, "sh", "-x", launcher.toString(), "list")
        .succeeds()
        .err();
  }

  /** Returns the archive that the launcher gives to Java, or nothing. */
  private String used(Path launcher) throws Exception {
    String trace = trace(launcher);
    String line = trace.substring(trace.lastIndexOf("+ exec "));
    int start = line.indexOf(USED);
    int end = line.indexOf(".jsa", start);
    return start < 0 ? "" : line.substring(start + USED.length(), end) + ".jsa";
  }

  /** Holds that Java takes an archive where it may not do without. */
  private void assertAccepted(Path archive, Path jdk, Path launcher) throws Exception {
    List<String> line = new ArrayList<>(List.of(jdk.resolve("bin/java").toString(), "-Xshare:on"));
    String trace = trace(launcher);
    line.addAll(
        Stream.of(trace.substring(trace.lastIndexOf("+ exec ")).split(" "))
            .filter(word -> word.startsWith("-XX:+Use") || word.startsWith("-Xm"))
            .toList());
    String jar = launcher.getParent().resolveSibling("lib/countersign-cli.jar").toString();
    line.addAll(List.of(USED + archive, "-cp", jar, "dev.countersign.cli.Main", "--version"));
    Shell.run(project, environment, line.toArray(String[]::new)).succeeds().prints("secret ");
  }

  private static List<String> names(Path directory) {
    String[] names = directory.toFile().list();
    return names == null ? List.of() : Stream.of(names).sorted().toList();
  }
}
