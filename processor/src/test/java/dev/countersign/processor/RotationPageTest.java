package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on the page about rotation compiles as it stands there, runs, and sees a change. */
class RotationPageTest {
  private static final Path PAGE = Path.of("../docs/rotation.md");
  private static final String INTERVAL = "Duration.ofSeconds(30)";

  @TempDir Path root;

  @Test
  void program_connectsAgainWithTheNewPassword() throws Exception {
    String program = program();
    assertTrue(program.contains(INTERVAL), "the interval that is shortened here");
    Workspace project =
        new Workspace(root)
            .declare("DatabaseUser", "DatabasePassword")
            .source("Orders", program.replace(INTERVAL, "Duration.ofMillis(5)"));
    project.compile("-Acountersign.missing=off").orFail();
    mount("DatabaseUser", "ada");
    mount("DatabasePassword", "old");
    Process process = start();
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        OutputStream input = process.getOutputStream()) {
      assertEquals("ada connects, 3 characters", lines.readLine());
      mount("DatabasePassword", "the new one");
      assertEquals("ada connects, 11 characters", lines.readLine());
      input.write('\n');
      input.flush();
      assertEquals(0, process.waitFor());
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-classpath",
            root.resolve("build/classes")
                + File.pathSeparator
                + System.getProperty("java.class.path"),
            "Orders");
    builder.environment().put("COUNTERSIGN_ENVIRONMENT", "prod");
    builder.environment().put("COUNTERSIGN_SECRETS_DIR", root.resolve("mounts").toString());
    return builder.directory(root.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Writes a file beside the old one and puts it in its place, as the page says. */
  private void mount(String name, String value) throws IOException {
    Path mounts = Files.createDirectories(root.resolve("mounts"));
    Path written = Files.writeString(mounts.resolve(".new"), value);
    Files.move(written, mounts.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String program() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("```java\n") + "```java\n".length();
    return page.substring(start, page.indexOf("```", start));
  }
}
