package dev.countersign.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs commands in this process, in a directory and with a home of their own. */
final class Cli {
  private final Path home;
  private final Path project;
  private final Map<String, String> environment = new HashMap<>();
  private InputStream in = InputStream.nullInputStream();
  private Terminal terminal = new FakeTerminal(false, false);
  private String javaVersion = "17";
  private String build = "1";

  private Cli(Path home, Path project) {
    this.home = home;
    this.project = project;
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", home.toString());
    environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    environment.put("XDG_STATE_HOME", home.resolve("state").toString());
    environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
  }

  /** Returns a command line in an empty directory, whose user has nothing yet. */
  static Cli in(Path temporary) throws IOException {
    return new Cli(
        Files.createDirectories(temporary.resolve("home")),
        Files.createDirectories(temporary.resolve("payments")));
  }

  /** Returns a command line in a new project, which this user can read. */
  static Cli initialized(Path temporary) throws IOException {
    Cli cli = in(temporary);
    cli.run("init").succeeds();
    return cli;
  }

  /** Returns another user's command line in the same directory. */
  Cli of(String user) throws IOException {
    return new Cli(Files.createDirectories(home.resolveSibling(user)), project);
  }

  /** Returns this user's command line in another directory, beside this one. */
  Cli in(String directory) throws IOException {
    return new Cli(home, Files.createDirectories(project.resolveSibling(directory)));
  }

  Path project() {
    return project;
  }

  Path path(String relative) {
    return project.resolve(relative);
  }

  Path identityFile() {
    return home.resolve("config/countersign/identity");
  }

  Cli variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Cli javaVersion(String version) {
    javaVersion = version;
    return this;
  }

  /** Says which build of the command this is; an empty one uses no cache. */
  Cli build(String other) {
    build = other;
    return this;
  }

  /** Returns the directory of this user's cache that is ours. */
  Path cache() {
    return home.resolve("cache/countersign");
  }

  Cli input(String text) {
    return input(text.getBytes(StandardCharsets.UTF_8));
  }

  Cli input(byte[] bytes) {
    in = new ByteArrayInputStream(bytes);
    return this;
  }

  Cli input(InputStream stream) {
    in = stream;
    return this;
  }

  Cli terminal(Terminal other) {
    terminal = other;
    return this;
  }

  /** Runs one line. Input and terminal are those of this one line. */
  Result run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> properties =
        Map.of(
            "os.name",
            "Linux",
            "user.home",
            home.toString(),
            "user.name",
            "ada",
            "java.home",
            System.getProperty("java.home"),
            "java.version",
            "17.0.1",
            "java.specification.version",
            javaVersion,
            DeclarationsCache.BUILD,
            build);
    Context context =
        new Context(in, print(out), print(err), environment, properties, project, terminal);
    int status = new Dispatcher().run(List.of(words), context);
    context.out().flush();
    context.err().flush();
    in = InputStream.nullInputStream();
    terminal = new FakeTerminal(false, false);
    return new Result(status, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  String read(String relative) {
    try {
      return Files.readString(path(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String relative, String text) throws IOException {
    Files.writeString(path(relative), text);
  }

  /** Appends to secrets.toml. */
  void declare(String toml) throws IOException {
    write("secrets.toml", read("secrets.toml") + toml);
  }

  /** Returns every file of the project with its content, the lock apart. */
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(project)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        if (!path.endsWith(".lock")) {
          byte[] bytes = Files.readAllBytes(path);
          files.put(
              project.relativize(path).toString(), new String(bytes, StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
