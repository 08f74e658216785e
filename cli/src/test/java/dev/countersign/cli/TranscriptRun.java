package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Plays a transcript with the real launcher, in a directory and with homes of its own. */
final class TranscriptRun {
  private static final long PATIENCE_SECONDS = 60;

  private final String name;
  private final Path temporary;
  private final Path directory;
  private final Map<String, String> environment = new TreeMap<>();
  private String input = "";
  private boolean inputIsClosed;
  private int status = -1;
  private String out = "";
  private String err = "";

  TranscriptRun(String name, Path temporary) throws IOException {
    this.name = name;
    this.temporary = temporary.toRealPath();
    this.directory = Files.createDirectory(this.temporary.resolve("payments"));
    for (String variable : new String[] {"PATH", "JAVA_HOME"}) {
      if (System.getenv(variable) != null) {
        environment.put(variable, System.getenv(variable));
      }
    }
    environment.merge("PATH", Launcher.PATH.getParent() + ":", (path, bin) -> bin + path);
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("CI", "true"); // no archive of classes is made behind our back
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    user("ada");
  }

  void play(Transcript transcript) throws Exception {
    for (Map.Entry<String, String> file : transcript.files().entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    for (Transcript.Step step : transcript.steps()) {
      play(step);
    }
  }

  private void play(Transcript.Step step) throws Exception {
    List<String> rest = step.rest();
    switch (step.verb()) {
      case "secret" -> secret(step);
      case "sh" -> holds(step, run(List.of("sh", "-c", rest.get(0))) == 0);
      case "status" -> assertEquals(Integer.parseInt(rest.get(0)), status, () -> at(step));
      case "stdout" -> holds(step, matches(rest.get(0), out));
      case "stderr" -> holds(step, matches(rest.get(0), err));
      case "stdin" -> stdin(rest.get(0));
      case "env" -> variable(rest.get(0));
      case "user" -> user(rest.get(0));
      case "exists" -> holds(step, Files.exists(directory.resolve(rest.get(0))));
      case "grep" -> holds(step, matches(rest.get(0), read(rest.get(1))));
      default -> fail(at(step) + "no such step");
    }
  }

  private void secret(Transcript.Step step) throws Exception {
    List<String> line = new ArrayList<>();
    if (inputIsClosed) {
      line.addAll(List.of("sh", "-c", "exec \"$@\" <&-", "sh"));
    }
    line.add(Launcher.PATH.toString());
    line.addAll(step.rest());
    run(line);
    input = "";
    inputIsClosed = false;
    holds(step, status == 0);
  }

  private int run(List<String> line) throws Exception {
    Path in = Files.writeString(temporary.resolve("stdin"), input);
    ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(in.toFile());
    builder.redirectOutput(temporary.resolve("stdout").toFile());
    builder.redirectError(temporary.resolve("stderr").toFile());
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      fail(name + ": no end to " + line);
    }
    status = process.exitValue();
    out = Files.readString(temporary.resolve("stdout"), StandardCharsets.UTF_8);
    err = Files.readString(temporary.resolve("stderr"), StandardCharsets.UTF_8);
    return status;
  }

  private void stdin(String text) {
    inputIsClosed = text.equals("closed");
    input = text.translateEscapes();
  }

  private void variable(String assignment) {
    int equals = assignment.indexOf('=');
    environment.put(assignment.substring(0, equals), assignment.substring(equals + 1));
  }

  private void user(String user) {
    Path home = temporary.resolve(user);
    environment.put("HOME", home.toString());
    environment.put("XDG_CONFIG_HOME", home.resolve(".config").toString());
    environment.put("XDG_STATE_HOME", home.resolve(".local/state").toString());
  }

  private String read(String file) throws IOException {
    return Files.readString(directory.resolve(file), StandardCharsets.UTF_8);
  }

  private static boolean matches(String regex, String text) {
    return Pattern.compile(regex, Pattern.MULTILINE).matcher(text).find();
  }

  private void holds(Transcript.Step step, boolean held) {
    assertTrue(held != step.negated(), () -> at(step));
  }

  private String at(Transcript.Step step) {
    String words = (step.negated() ? "! " : "") + String.join(" ", step.words());
    return "%s:%d: %s%nstatus %d%nstdout: %s%nstderr: %s%n"
        .formatted(name, step.line(), words, status, out, err);
  }
}
