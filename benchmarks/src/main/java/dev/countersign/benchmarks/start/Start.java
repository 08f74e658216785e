package dev.countersign.benchmarks.start;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One run of a program in a process of its own, as bash accounts for it.
 *
 * @param wall what the clock says, in milliseconds
 * @param cpu what all threads of the process took, in milliseconds
 */
record Start(double wall, double cpu) {
  private static final String TIMED = "TIMEFORMAT='%3R %3U %3S'; time \"$@\" 2>errors";
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Path LIBRARIES = Path.of("benchmarks/target/lib");

  static Start of(Program program, Path directory) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", TIMED, "bash");
    builder.command().addAll(command(program));
    builder.directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("COUNTERSIGN_"));
    builder.environment().putAll(program.setting.variables());
    Process process = builder.start();
    String out = text(process.getInputStream());
    String times = text(process.getErrorStream());
    if (!out.endsWith(Setting.checksum() + "\n")) {
      throw new IllegalStateException(program.title + " did not work: see " + directory);
    }
    return parse(times.trim().split(" "));
  }

  static List<String> command(Program program) {
    return List.of(JAVA.toString(), "-cp", classPath(program), program.mainClass);
  }

  /** The working directory is the last, for the libraries that look for their file there. */
  private static String classPath(Program program) {
    List<String> path = new ArrayList<>();
    path.add(Path.of(System.getProperty("countersign.benchmarks")).toAbsolutePath().toString());
    String[] jars = LIBRARIES.toFile().list();
    Stream.of(jars == null ? new String[0] : jars)
        .filter(program::needs)
        .sorted()
        .map(jar -> LIBRARIES.resolve(jar).toAbsolutePath().toString())
        .forEach(path::add);
    path.add(".");
    return path.stream().collect(Collectors.joining(File.pathSeparator));
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Start parse(String[] seconds) {
    double user = Double.parseDouble(seconds[1]);
    double system = Double.parseDouble(seconds[2]);
    return new Start(Double.parseDouble(seconds[0]) * 1000, (user + system) * 1000);
  }
}
