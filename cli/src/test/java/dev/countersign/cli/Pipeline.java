package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files for continuous integration in the documentation, and how their services run them. */
final class Pipeline {
  static final Path PAGE = Path.of("../docs/ci.md");

  private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ (.*) }}");

  private final Map<?, ?> job;
  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> expressions = new HashMap<>();

  private Pipeline(Map<?, ?> job, Path directory) {
    this.job = job;
    this.directory = directory;
  }

  /** Reads a block of the page and takes the job that a path of keys leads to. */
  static Pipeline read(int block, Path directory, String... path) throws IOException {
    Matcher blocks = YAML.matcher(Files.readString(PAGE));
    for (int i = 0; i <= block; i++) {
      assertTrue(blocks.find(), "too few blocks of YAML in " + PAGE);
    }
    String text = blocks.group(1);
    Map<?, ?> job = map(new Load(LoadSettings.builder().build()).loadFromString(text));
    for (String key : path) {
      job = map(job.get(key));
    }
    return new Pipeline(job, directory);
  }

  private static Map<?, ?> map(Object node) {
    return (Map<?, ?>) node;
  }

  Pipeline variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Says what GitHub puts in the place of <code>${{ expression }}</code>. */
  Pipeline expression(String expression, String value) {
    expressions.put(expression, value);
    return this;
  }

  /**
   * Runs the lines of a job of GitLab's one by one, in one shell that ends with the first fault.
   */
  Result runLines() throws Exception {
    List<String> lines = new ArrayList<>();
    for (String section : List.of("before_script", "script")) {
      for (Object line : (List<?>) job.get(section)) {
        lines.add((String) line);
      }
    }
    lines.removeIf(line -> line.startsWith("mvn "));
    String script = "set -eo pipefail\n" + String.join("\n", lines);
    return Shell.run(directory, environment, "bash", "-c", script);
  }

  /**
   * Runs the steps of a job of GitHub's that are lines of a shell, and returns each by its name.
   */
  Map<String, Result> runSteps(Path temporary) throws Exception {
    Path paths = Files.createFile(temporary.resolve("paths"));
    variable("GITHUB_PATH", paths.toString()).variable("RUNNER_TEMP", temporary.toString());
    Map<String, Result> results = new LinkedHashMap<>();
    boolean failed = false;
    for (Object each : (List<?>) job.get("steps")) {
      Map<?, ?> step = map(each);
      String line = (String) step.get("run");
      boolean isDue = !failed || String.valueOf(step.get("if")).contains("!cancelled()");
      if (line != null && !line.startsWith("mvn ") && isDue) {
        Result result = run(line, step, Files.readString(paths).strip());
        failed |= result.status() != 0 && step.get("continue-on-error") == null;
        results.put((String) step.get("name"), result);
      }
    }
    return results;
  }

  private Result run(String line, Map<?, ?> step, String path) throws Exception {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("PATH", path + ":" + System.getenv("PATH"));
    if (step.get("env") != null) {
      map(step.get("env")).forEach((name, value) -> variables.put((String) name, value(value)));
    }
    return Shell.run(directory, variables, "bash", "-e", "-c", line);
  }

  private String value(Object text) {
    Matcher expression = EXPRESSION.matcher((String) text);
    assertTrue(expression.matches(), (String) text);
    String value = expressions.get(expression.group(1));
    assertNotNull(value, () -> "no value for " + expression.group(1));
    return value;
  }
}
