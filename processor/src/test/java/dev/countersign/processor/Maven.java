package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Maven itself, the one that runs this build, with the plugins that this build has. */
final class Maven {
  private static final Path HOME = Path.of(System.getProperty("maven.home"));
  private static final Path PROGRAM = HOME.resolve(isWindows() ? "bin/mvn.cmd" : "bin/mvn");

  private Maven() {}

  static void need() {
    assumeTrue(Files.isExecutable(PROGRAM), "no Maven in " + HOME);
  }

  /** Runs goals in a directory, without the network, and returns what Maven says. */
  static String run(Path directory, String... goals) throws Exception {
    List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "-B", "-o"));
    command.add("-Dmaven.repo.local=" + System.getProperty("local.repository"));
    command.add("-Daether.enhancedLocalRepository.trackingFilename=none");
    command.addAll(List.of(goals));
    Path log = directory.resolve("maven.log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().remove("MAVEN_OPTS");
    int status = builder.start().waitFor();
    assertEquals(0, status, Files.readString(log));
    return Files.readString(log);
  }

  /** Returns a pom.xml of a project that is com.acme's. */
  static String project(String name, String content) {
    return """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.acme</groupId>
          <artifactId>%s</artifactId>
          <version>1</version>
          %s
        </project>
        """
        .formatted(name, content);
  }

  /** Returns the dependencies that every user of ours has. */
  static String dependencies() {
    StringBuilder dependencies = new StringBuilder();
    for (Path library : JarProject.user()) {
      dependencies.append(
          "<dependency><groupId>user</groupId><artifactId>lib%d</artifactId><version>1</version>"
              .formatted(dependencies.length()));
      dependencies.append(
          "<scope>system</scope><systemPath>%s</systemPath></dependency>".formatted(library));
    }
    return dependencies.toString();
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }
}
