package dev.countersign.processor;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A project on disk that is compiled and run by the programs of a JDK, with the jar as users have
 * it.
 */
final class JarProject {
  static final Path JAR = Path.of(System.getProperty("processor.jar"));

  private final Path root;

  JarProject(Path root) {
    this.root = root;
  }

  JarProject declare(String... names) throws IOException {
    StringBuilder toml = new StringBuilder("application = \"shop\"\n");
    for (String name : names) {
      toml.append("[secrets.").append(name).append("]\nexternal = [\"local\"]\n");
    }
    return file("secrets.toml", toml.toString());
  }

  JarProject file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Compiles all sources below {@code src}, and returns what the compiler says. */
  String javac(Path jdk, List<Path> processorPath, List<Path> classPath, String... options)
      throws Exception {
    List<String> command = new ArrayList<>(List.of("javac"));
    command.addAll(List.of(options));
    command.addAll(List.of("-d", root.resolve("build").toString()));
    command.addAll(List.of("-classpath", joined(classPath)));
    command.addAll(List.of("-processorpath", joined(processorPath)));
    try (Stream<Path> walk = Files.walk(root.resolve("src"))) {
      walk.filter(Files::isRegularFile).map(Path::toString).sorted().forEach(command::add);
    }
    return run(jdk, command);
  }

  String java(Path jdk, List<Path> classPath, String main) throws Exception {
    List<Path> all = new ArrayList<>(List.of(root.resolve("build")));
    all.addAll(classPath);
    return run(jdk, List.of("java", "-classpath", joined(all), main));
  }

  /** Returns the jars and directories of the tests' class path with one of these in their path. */
  static List<Path> libraries(String... parts) {
    String[] all = Workspace.classPath().split(File.pathSeparator, -1);
    List<Path> found =
        Arrays.stream(all)
            .filter(each -> Arrays.stream(parts).anyMatch(part -> matches(each, part)))
            .map(Path::of)
            .toList();
    if (found.size() < parts.length) {
      throw new AssertionError(Arrays.toString(parts) + " are not all in " + found);
    }
    return found;
  }

  static List<Path> user() {
    return Arrays.stream(Workspace.userClassPath().split(File.pathSeparator, -1))
        .map(Path::of)
        .toList();
  }

  private static boolean matches(String path, String part) {
    return path.replace('\\', '/').contains("/" + part);
  }

  private static String joined(List<Path> paths) {
    return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
  }

  private String run(Path jdk, List<String> command) throws Exception {
    List<String> all = new ArrayList<>(command);
    all.set(0, jdk.resolve("bin").resolve(command.get(0)).toString());
    Path output = root.resolve("output.txt");
    new ProcessBuilder(all)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start()
        .waitFor();
    return Files.readString(output).replace(System.lineSeparator(), "\n");
  }
}
