package dev.countersign.cli;

import dev.countersign.runtime.declaration.Project;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program of its own that {@link ArchiveMaker} starts: runs the commands that are given most, in
 * a project of its own and with a home of its own, so that the classes are loaded that they need.
 * Nothing of the user's is read or written.
 *
 * <p>What comes before these commands is run by another process: the fewer classes an archive has,
 * the less it costs, and reading TOML alone takes as many as all else.
 */
final class Rehearsal {
  /** What makes the project, in order; values are read from standard input. */
  static final List<String> BEFORE =
      List.of("init", "set --type local,dev StripeKey", "set --type local GitHubToken", "list");

  /** What is run then. */
  static final List<String> LINES =
      List.of(
          "--version",
          "list",
          "get --type local StripeKey",
          "set --type local StripeKey",
          "list --type local,dev --versions");

  private final Path home;
  private final Context surroundings;

  /** Makes a rehearsal below a directory that is there. */
  Rehearsal(Path home, Context surroundings) throws IOException {
    this.home = home;
    this.surroundings = surroundings;
    Files.createDirectories(project());
    Path file = project().resolve(Project.FILE);
    if (!Files.exists(file)) {
      Files.writeString(file, "application = \"rehearsal\"\n");
    }
  }

  /** Runs the commands below the directory that is named, or with a second word what is before. */
  public static void main(String[] arguments) throws IOException {
    Rehearsal rehearsal = new Rehearsal(Path.of(arguments[0]), Main.context());
    int status = ExitStatus.DONE;
    for (String line : arguments.length > 1 ? BEFORE : LINES) {
      status = Math.max(status, rehearsal.run(line));
    }
    Runtime.getRuntime().halt(status);
  }

  /** Runs a line, and returns its exit status. */
  int run(String line) {
    Context context = context();
    int status = new Dispatcher().run(List.of(line.split(" ")), context);
    context.out().flush();
    return status;
  }

  private Path project() {
    return home.resolve("payments");
  }

  private Context context() {
    Map<String, String> properties = new HashMap<>(surroundings.properties());
    properties.put("user.home", home.toString());
    properties.put(DeclarationsCache.BUILD, "rehearsal");
    return new Context(
        new ByteArrayInputStream("a value".getBytes(StandardCharsets.UTF_8)),
        nowhere(),
        nowhere(),
        Map.of("HOME", home.toString()),
        properties,
        project(),
        surroundings.terminal());
  }

  private static PrintStream nowhere() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }
}
