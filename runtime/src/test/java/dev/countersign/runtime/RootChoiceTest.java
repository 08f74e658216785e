package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootChoiceTest {
  @TempDir Path directory;
  private Path project;

  @BeforeEach
  void makeACheckout() throws IOException {
    project = Files.createDirectories(directory.resolve("my prøject"));
    Files.createDirectories(project.resolve("a/b"));
    Files.writeString(project.resolve("secrets.toml"), "application = \"app\"\n");
  }

  @Test
  void workingDirectoryInsideACheckout_findsItsRoot() {
    assertEquals(project, choose(Map.of(), project.resolve("a/b")));
    assertEquals(project, choose(Map.of(), project));
  }

  @Test
  void searchStops_atADirectoryThatHoldsGit() throws IOException {
    Files.createDirectories(project.resolve("a/.git"));
    assertNull(choose(Map.of(), project.resolve("a/b")));
  }

  @Test
  void variable_comesFirst_relativeToTheWorkingDirectory() throws IOException {
    Path other = Files.createDirectories(directory.resolve("other"));
    Files.createDirectories(other.resolve("secrets"));
    assertEquals(other, choose(Map.of("COUNTERSIGN_ROOT", "../other"), project).normalize());
  }

  @Test
  void rootThatIsNoDirectory_isRefusedWithTheVariable() {
    String message =
        assertThrows(
                SecretsException.class,
                () -> choose(Map.of("COUNTERSIGN_ROOT", "nowhere"), project))
            .getMessage();
    assertTrue(message.contains("nowhere is not a directory"), message);
    assertTrue(message.contains("fix: set COUNTERSIGN_ROOT"), message);
  }

  @Test
  void rootOfTheBuilderThatIsNoDirectory_isRefusedWithTheBuilder() {
    Host host =
        new Host(Map.of("COUNTERSIGN_ROOT", project.toString()), Map.of(), directory)
            .choosing(null, Path.of("nowhere"));
    String message = assertThrows(SecretsException.class, () -> choose(host)).getMessage();
    assertTrue(
        message.contains("fix: set -Dcountersign.root, or root(…) of the builder, to"), message);
  }

  private static Path choose(Map<String, String> variables, Path workingDirectory) {
    return choose(new Host(variables, Map.of(), workingDirectory));
  }

  private static Path choose(Host host) {
    Root root = RootChoice.choose(host, List.of(), Declare.manifest("app").declarations());
    return root == null ? null : root.directory();
  }
}
