package dev.countersign.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program of the sample about rotation, as this build has it, while its files are changed. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "volumes of Kubernetes are made of links")
class RotationIT {
  private static final Path SAMPLE = Workshop.SAMPLES.resolve("rotation");

  @TempDir Path directory;

  private Workshop workshop;
  private Path here;

  @Test
  @Timeout(60)
  void changedFiles_connectAgain_andAnEmptyOneDoesNot() throws Exception {
    workshop = new Workshop(directory);
    here = Files.createDirectories(workshop.root().resolve("rotation"));
    mount("DatabaseUser=ada", "DatabasePassword=first");
    Process process = start();
    OutputStream enter = process.getOutputStream();
    try (BufferedReader lines = process.inputReader();
        BufferedReader log = process.errorReader()) {
      String printed = lines.readLine();
      mount("DatabaseUser=orders", "DatabasePassword=second-one");
      printed += "\n" + lines.readLine() + "\n" + press(enter, lines);
      String logged = message(log) + "\n" + message(log);
      mount("DatabaseUser=orders", "DatabasePassword=");
      logged += "\n" + message(log) + "\n" + log.readLine() + "\n" + log.readLine();
      printed += "\n" + press(enter, lines);
      enter.close();
      assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it goes on without input");
      assertEquals(0, process.exitValue());
      String page = Files.readString(SAMPLE.resolve("README.md"));
      assertTrue(page.contains("```text\n" + printed + "\n```"), printed);
      logged = workshop.asOnPages(logged);
      assertTrue(page.contains("```text\n" + logged + "\n```"), logged);
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start() throws IOException {
    String jar = SAMPLE.resolve("target/orders.jar").toString();
    var environment =
        Map.of("COUNTERSIGN_ENVIRONMENT", "prod", "COUNTERSIGN_SECRETS_DIR", "mounted");
    return workshop.process(here, "java", "-jar", jar).with(environment).start();
  }

  private void mount(String... files) throws Exception {
    String[] command = new String[files.length + 2];
    command[0] = SAMPLE.resolve("mount.sh").toString();
    command[1] = "mounted";
    System.arraycopy(files, 0, command, 2, files.length);
    Path log = workshop.root().resolve("mount.txt");
    int status = workshop.process(here, command).start(log).waitFor();
    assertEquals(0, status, Files.readString(log));
  }

  private static String press(OutputStream enter, BufferedReader lines) throws IOException {
    enter.write("\n".getBytes(StandardCharsets.UTF_8));
    enter.flush();
    return lines.readLine();
  }

  /** Returns the next line of the log, without the one before it that tells when and where. */
  private static String message(BufferedReader log) throws IOException {
    log.readLine();
    return log.readLine();
  }
}
