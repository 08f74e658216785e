package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs with nothing in their environment but the PATH, what is given, and that nobody
 * waits for an archive of classes: it would be made while the directories of a test are taken away.
 */
final class Shell {
  private static final long PATIENCE_SECONDS = 90;

  private Shell() {}

  static Result run(Path directory, Map<String, String> environment, String... line)
      throws Exception {
    Path out = Files.createTempFile("out", null);
    Path err = Files.createTempFile("err", null);
    try {
      ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
      builder.environment().clear();
      builder.environment().put("PATH", System.getenv("PATH"));
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().put("CI", "true");
      builder.environment().putAll(environment);
      builder.redirectInput(Path.of("/dev/null").toFile());
      Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "no end to " + line[0]);
      return new Result(process.exitValue(), Files.readAllBytes(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Returns the shells of a list of command lines that this machine has. */
  static List<String> present(String... shells) throws InterruptedException {
    List<String> present = new ArrayList<>();
    for (String shell : shells) {
      if (isThere((shell + " -c true").split(" "))) {
        present.add(shell);
      }
    }
    return present;
  }

  private static boolean isThere(String... line) throws InterruptedException {
    try {
      return new ProcessBuilder(line).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
