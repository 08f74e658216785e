package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A project in a repository of real git, which sees no configuration but its own. Commands run in
 * this process; git runs the merge driver in one of its own, as {@code secret} on its path.
 */
final class GitProject {
  private static final boolean HAS_GIT = hasGit();

  private static boolean hasGit() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private final Path temporary;
  private final Cli cli;

  private GitProject(Path temporary, Cli cli) {
    this.temporary = temporary;
    this.cli = cli;
  }

  /** Makes a repository with a project in it, committed. Skips the test where there is no git. */
  static GitProject create(Path temporary) throws IOException {
    assumeTrue(HAS_GIT, "git is not installed");
    GitProject project = new GitProject(temporary, Cli.in(temporary));
    project.git("init", "--quiet", "--initial-branch=main");
    project.secret("init").succeeds();
    project.commit("init");
    return project;
  }

  /** Returns another user's clone of this repository, in a directory beside it. */
  GitProject cloned(String user, String directory) throws IOException {
    GitProject clone = clone(cli.of(user).in(directory));
    clone.git("config", "user.name", user);
    return clone;
  }

  /** Returns another clone of the same user. */
  GitProject clonedBySame(String directory) throws IOException {
    return clone(cli.in(directory));
  }

  private GitProject clone(Cli other) {
    git("clone", "--quiet", ".", other.project().toString());
    return new GitProject(temporary, other);
  }

  /** Has git run this build's command to merge, as after {@code secret init --git}. */
  GitProject withDriver() throws IOException {
    Path program = Files.createDirectories(temporary.resolve("bin")).resolve("secret");
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        program,
        "#!/bin/sh\nexec '"
            + java
            + "' -Xshare:auto -XX:TieredStopAtLevel=1 -cp '"
            + classPath
            + "' dev.countersign.cli.Main \"$@\"\n");
    assertTrue(program.toFile().setExecutable(true));
    secret("init", "--git").succeeds();
    commit("merge with secret");
    return this;
  }

  Cli cli() {
    return cli;
  }

  String read(String relative) {
    return cli.read(relative);
  }

  void write(String relative, String text) throws IOException {
    cli.write(relative, text);
  }

  void replace(String relative, String old, String with) throws IOException {
    String text = read(relative);
    assertTrue(text.contains(old), () -> relative + " does not hold " + old);
    write(relative, text.replace(old, with));
  }

  void set(String type, String name, String value) {
    cli.input(value).run("set", "--type", type, "--new", name).succeeds();
  }

  String get(String type, String name) {
    return secret("get", "--type", type, name).succeeds().out();
  }

  Result secret(String... words) {
    return cli.run(words);
  }

  void commit(String message) {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", message);
  }

  /** Runs git, which must succeed, and returns what it printed. */
  String git(String... arguments) {
    return tryGit(arguments).exits(0).out();
  }

  /** Runs git and returns what it came to, its complaints among its output. */
  Result tryGit(String... arguments) {
    List<String> line = new ArrayList<>(List.of("git", "-c", "user.name=ada"));
    line.addAll(List.of("-c", "user.email=ada@example.com", "-c", "core.hooksPath=/dev/null"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).directory(cli.project().toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("HOME", temporary.resolve("home").toString());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().merge("PATH", temporary + "/bin:", (path, bin) -> bin + path);
    try {
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      return new Result(process.waitFor(), output, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
