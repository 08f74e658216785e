package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A project of a user's: its declarations, its sources, and what becomes of them. */
final class UserProject {
  private static final String IMPORTS =
      """
      import dev.countersign.Secret;
      import dev.countersign.SecretSet;
      import dev.countersign.runtime.SecretValue;
      import dev.countersign.runtime.Secrets;
      import dev.countersign.runtime.SecretsException;
      """;

  private static final Path JDK = Path.of(System.getProperty("java.home"));

  private final Path root;
  private final String name;
  private final List<String> libraries = new ArrayList<>();

  UserProject(Path directory, String name) throws IOException {
    this.name = name;
    this.root = directory.resolve(name);
    Files.createDirectories(root.resolve(".git"));
  }

  Path root() {
    return root;
  }

  Path classes() {
    return root.resolve("build");
  }

  /** Declares secrets of an application: {@code "Token"}, or {@code "Token\noptional = true"}. */
  UserProject declare(String application, String... secrets) throws IOException {
    StringBuilder toml = new StringBuilder("application = \"" + application + "\"\n");
    for (String secret : secrets) {
      int end = (secret + "\n").indexOf('\n');
      toml.append("[secrets.").append(secret, 0, end).append("]\n");
      toml.append(secret.substring(end).trim()).append('\n');
    }
    Files.writeString(root.resolve("secrets.toml"), toml);
    return this;
  }

  /** Writes a class by its full name: what stands between its braces. */
  UserProject type(String type, String body) throws IOException {
    int dot = type.lastIndexOf('.');
    String simpleName = type.substring(dot + 1);
    return file(
        "src/" + type.replace('.', '/') + ".java",
        "package %s;\n%spublic class %s {\n%s\n}\n"
            .formatted(type.substring(0, dot), IMPORTS, simpleName, body));
  }

  UserProject file(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Adds jars to compile against. */
  UserProject with(Path... jars) {
    Stream.of(jars).map(Path::toString).forEach(libraries::add);
    return this;
  }

  /** Compiles all sources, and fails with what the compiler says if it says anything. */
  UserProject compile(String... options) throws IOException {
    assertEquals("", javac(options));
    return this;
  }

  /** Compiles all sources with the processor's jar, and returns what the compiler says. */
  String javac(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(options));
    if (!arguments.contains("--processor-module-path")) {
      arguments.addAll(List.of("-processorpath", System.getProperty("processor.jar")));
    }
    boolean named = Files.exists(root.resolve("src/module-info.java"));
    arguments.addAll(List.of("-Acountersign.missing=off", "-d", classes().toString()));
    arguments.add(named ? "--module-path" : "-classpath");
    arguments.add(path(libraries.toArray(String[]::new)));
    try (Stream<Path> sources = Files.walk(root.resolve("src"))) {
      sources.map(Path::toString).filter(each -> each.endsWith(".java")).forEach(arguments::add);
    }
    return tool("javac", arguments.toArray(String[]::new));
  }

  /** Runs a tool of the JDK in this process, and returns what it prints. */
  static String tool(String name, String... arguments) {
    StringWriter output = new StringWriter();
    PrintWriter writer = new PrintWriter(output, true);
    ToolProvider.findFirst(name).orElseThrow().run(writer, writer, arguments);
    return output.toString().replace(System.lineSeparator(), "\n");
  }

  /** Puts the classes into a jar beside the project. */
  Path jar() throws IOException {
    return Jars.jar(root.resolveSibling(name + ".jar"), Jars.files(classes()));
  }

  /** Returns a path of these, and of what every user of ours has. */
  static String path(String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    all.add(Workspace.userClassPath());
    return String.join(File.pathSeparator, all);
  }

  /**
   * Runs {@code java} apart from this process, and returns all that it prints.
   *
   * @param variables what it sees of the process environment, besides what a JDK needs
   */
  static String java(Path directory, Map<String, String> variables, String... arguments)
      throws Exception {
    return run(JDK, directory, variables, arguments);
  }

  /** Runs the {@code java} of a JDK or of an image. */
  static String run(Path home, Path directory, Map<String, String> variables, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(directory, "output", ".txt");
    ProcessBuilder process = new ProcessBuilder(command).directory(directory.toFile());
    process.environment().keySet().removeIf(each -> each.startsWith("COUNTERSIGN_"));
    process.environment().putAll(variables);
    process.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
    return Files.readString(output, StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
