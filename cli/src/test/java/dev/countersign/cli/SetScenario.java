package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project with one declared secret, and what tests of {@code secret set} have in common. */
abstract class SetScenario {
  static final String VALUE = "hunter2-ß";

  @TempDir Path temporary;
  Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare("[secrets.GitHubAPIToken]\n[environments]\neu-west = \"prod\"\n");
  }

  final Result set(String value, String... words) {
    String[] line = new String[words.length + 1];
    line[0] = "set";
    System.arraycopy(words, 0, line, 1, words.length);
    return cli.input(value.getBytes(StandardCharsets.UTF_8)).run(line);
  }

  final String get(String name, String option, String place) {
    return cli.run("get", name, option, place).succeeds().out();
  }

  /** Holds that a line fails, tells why, shows no value and changes no file. */
  final void refuses(String message, Supplier<Result> line) {
    Map<String, String> before = cli.files();
    Result result = line.get();
    assertTrue(result.status() == ExitStatus.USAGE || result.status() == ExitStatus.UNUSABLE);
    result.printsNothing().tells(message).hides(VALUE);
    assertEquals(before, cli.files());
  }
}
