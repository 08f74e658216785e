package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The real launcher on a pseudo-terminal. What is returned begins with the exit status and whether
 * the terminal shows at the end what is typed, {@code 0 echo}; then comes all that it showed.
 */
final class PseudoTerminal {
  static final String INTERRUPT = "\\u0003";

  private static final Path SCRIPT =
      Path.of("src/test/resources/on-a-terminal.py").toAbsolutePath();
  private static final long PATIENCE_SECONDS = 90;

  private final Path temporary;
  private final Cli cli;

  /** A terminal in a project's directory, where the project's user sits. */
  PseudoTerminal(Path temporary, Cli cli) {
    this.temporary = temporary;
    this.cli = cli;
  }

  /** Says whether there is a Python to make pseudo-terminals. */
  static boolean isThere() throws InterruptedException {
    try {
      Process python =
          new ProcessBuilder(
                  "python3", "-c", "import os, pty; pty.openpty(); os.waitstatus_to_exitcode")
              .redirectErrorStream(true)
              .start();
      return python.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns replies of one pair: once the terminal shows the text, something is typed. */
  static String reply(String shown, String typed) {
    return "[[\"" + shown + "\", \"" + typed + "\"]]";
  }

  /** Runs {@code secret} with some words. */
  String secret(String replies, String... words) throws Exception {
    List<String> line = new ArrayList<>(List.of(Launcher.PATH.toString()));
    line.addAll(List.of(words));
    return run(replies, line);
  }

  /** Runs any command. */
  String run(String replies, List<String> line) throws Exception {
    ProcessBuilder builder = new ProcessBuilder("python3", SCRIPT.toString(), replies);
    builder.command().addAll(line);
    return start(builder);
  }

  /** Runs a command with the environment of the others, but without a terminal. */
  String start(ProcessBuilder builder) throws Exception {
    builder.directory(cli.project().toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("XDG_CONFIG_HOME", temporary.resolve("home/config").toString());
    builder.environment().put("XDG_STATE_HOME", temporary.resolve("home/state").toString());
    builder.environment().put("XDG_CACHE_HOME", temporary.resolve("home/cache").toString());
    builder.environment().put("CI", "true"); // no archive of classes is made behind our back
    Process process = builder.start();
    process.getOutputStream().close();
    byte[] shown = process.getInputStream().readAllBytes();
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
    return new String(shown, StandardCharsets.UTF_8);
  }
}
