package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is given away: a zip and a tar.gz that run where they are unpacked, and leave no trace. */
final class ArchivesIT {
  /** When our builds say that they are made, in the zone that zips do not have. */
  private static final LocalDateTime BUILT = LocalDateTime.of(2026, 11, 1, 0, 0);

  @TempDir Path temporary;

  static List<Arguments> archivesAndJdks() throws IOException {
    List<Arguments> pairs = new ArrayList<>();
    for (Path archive : Archives.all()) {
      for (Path jdk : Jdks.all()) {
        pairs.add(Arguments.of(archive, jdk));
      }
    }
    return pairs;
  }

  @ParameterizedTest
  @MethodSource("archivesAndJdks")
  void archive_runsWhereNothingCanBeWritten_andLeavesNothingButItsCache(Path archive, Path jdk)
      throws Exception {
    Path unpacked = Archives.unpack(archive, temporary.resolve("ein Ort für alles"));
    Path home = Files.createDirectory(temporary.resolve("home"));
    Path project = Files.createDirectory(temporary.resolve("payments"));
    Files.writeString(
        project.resolve("secrets.toml"), "application = \"payments\"\n[secrets.StripeKey]\n");
    Shell.run(temporary, Map.of(), "chmod", "-R", "a-w", unpacked.toString()).succeeds();
    Map<String, String> before = Archives.tree(unpacked);
    for (String words : List.of("--version", "help", "list", "list")) {
      run(unpacked, home, project, jdk, words).succeeds().tellsNothing();
    }
    run(unpacked, home, project, jdk, "list").prints("StripeKey  missing");
    assertEquals(before, Archives.tree(unpacked));
    assertEquals(List.of("secrets.toml"), names(project));
    assertTrue(List.of(".cache").containsAll(names(home)), () -> "in HOME: " + list(home));
    assertTrue(
        List.of("countersign").containsAll(names(home.resolve(".cache"))),
        () -> "in the cache: " + list(home.resolve(".cache")));
    Shell.run(temporary, Map.of(), "chmod", "-R", "u+w", unpacked.toString()).succeeds();
  }

  private static Result run(Path unpacked, Path home, Path project, Path jdk, String word)
      throws Exception {
    return Shell.run(
        project,
        Map.of("HOME", home.toString(), "JAVA_HOME", jdk.toString()),
        unpacked.resolve("bin/secret").toString(),
        word);
  }

  @Test
  void archives_holdTheSame() throws Exception {
    List<Map<String, String>> trees = new ArrayList<>();
    for (Path archive : Archives.all()) {
      Path directory = temporary.resolve("unpacked" + trees.size());
      Path unpacked = Archives.unpack(archive, directory);
      Shell.run(directory, Map.of(), "find", ".", "-exec", "touch", "-d", "@0", "{}", "+");
      trees.add(Archives.tree(unpacked));
      assertEquals(
          archive.getFileName().toString().replaceAll("\\.(zip|tar\\.gz)$", ""),
          unpacked.getFileName().toString());
    }
    assertEquals(trees.get(0), trees.get(1));
    assertTrue(
        trees
            .get(0)
            .keySet()
            .containsAll(
                List.of("LICENSE", "NOTICE", "bin/secret.cmd", "install.sh", "man/man1/secret.1")));
  }

  @Test
  void whatRuns_isExecutable_andNothingElse() throws Exception {
    Path unpacked = Archives.unpack(Archives.zip(), temporary.resolve("unpacked"));
    List<String> executable = new ArrayList<>();
    for (String file : Archives.tree(unpacked).keySet()) {
      Path path = unpacked.resolve(file);
      if (Files.isRegularFile(path)
          && Files.getPosixFilePermissions(path).toString().contains("EXECUTE")) {
        executable.add(file);
      }
    }
    assertEquals(List.of("bin/secret", "install.sh"), executable);
  }

  @Test
  void bytes_doNotDependOnWhenAndForWhichJdkTheyWereMade() throws Exception {
    int files = 0;
    try (ZipFile zip = new ZipFile(Archives.zip().toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        assertEquals(BUILT, entry.getTimeLocal(), entry.getName());
        assertFalse(entry.getName().matches(".*\\.(jsa|aot)"), entry.getName());
        files++;
      }
    }
    assertTrue(files > 10, files + " files");
  }

  @Test
  void completions_areWhatTheCommandPrints() throws Exception {
    Path unpacked = Archives.unpack(Archives.zip(), temporary.resolve("unpacked"));
    Cli cli = Cli.initialized(temporary.resolve("project"));
    for (String shell : List.of("bash", "zsh", "fish")) {
      String script = Files.readString(unpacked.resolve("completions/secret." + shell));
      assertEquals(cli.run("completion", shell).succeeds().out(), script);
    }
  }

  private static List<String> names(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return List.of();
    }
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String list(Path directory) {
    try {
      return Archives.tree(directory).keySet().toString();
    } catch (IOException e) {
      return e.toString();
    }
  }
}
