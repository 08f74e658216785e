package dev.countersign.samples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A place apart from this checkout, with spaces in its path, where samples are copied to: with the
 * command and Maven on the path, and nobody's settings but its own.
 */
final class Workshop {
  static final Path SAMPLES = Path.of("..").toAbsolutePath().normalize();
  static final Path REPOSITORY = SAMPLES.getParent();
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  private final Path root;

  Workshop(Path directory) throws IOException {
    root = Files.createDirectories(directory.resolve("a place apart"));
    Path local = LocalRepository.get();
    Path maven = Path.of(System.getProperty("maven.home"), "bin", "mvn");
    // What Maven says is on standard output; on the other, later JDKs warn of what it does
    program(
        "mvn",
        """
        #!/bin/sh
        export MAVEN_OPTS='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'
        exec '%s' -B -o -Dstyle.color=never '-Dmaven.repo.local=%s' \
          -Daether.enhancedLocalRepository.trackingFilename=none "$@" 2> /dev/null
        """
            .formatted(maven, local));
  }

  /** Puts a program before those of the same name on the path. */
  void program(String name, String script) throws IOException {
    Path program = Files.createDirectories(root.resolve("bin")).resolve(name);
    Files.writeString(program, script);
    program.toFile().setExecutable(true);
  }

  Path root() {
    return root;
  }

  /** Copies a sample as git has it: no output of builds, no store, no plaintext. */
  Path copy(String sample) throws IOException {
    Path from = SAMPLES.resolve(sample);
    Path to = root.resolve(sample);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.filter(each -> isSource(from, each))::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  private static boolean isSource(Path from, Path file) {
    for (Path name : from.relativize(file)) {
      if (Stream.of("target", "build", ".gradle", "secrets", ".secrets.local").anyMatch(name.toString()::equals)) {
        return false;
      }
    }
    return true;
  }

  Program process(Path directory, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    var variables = builder.environment();
    variables.keySet().removeIf(each -> each.startsWith("COUNTERSIGN_") || each.equals("LC_ALL"));
    variables.keySet().removeIf(each -> each.startsWith("MAVEN_") || each.endsWith("JAVA_OPTIONS"));
    variables.remove("CREDENTIALS_DIRECTORY");
    variables.put("JAVA_HOME", JDK.toString());
    variables.put("NO_COLOR", "1");
    variables.put("XDG_CONFIG_HOME", root.resolve("config").toString());
    variables.put("GRADLE_USER_HOME", root.resolve("gradle-home").toString());
    variables.put("XDG_STATE_HOME", root.resolve("state").toString());
    Path secret = REPOSITORY.resolve("cli/target/countersign/bin");
    variables.merge(
        "PATH",
        String.join(
            File.pathSeparator, root + "/bin", secret.toString(), JDK.resolve("bin").toString()),
        (old, first) -> first + File.pathSeparator + old);
    return new Program(builder);
  }

  /** Puts Ada's paths, which the pages show, in the place of those here, and masks the rest. */
  String asOnPages(String output) {
    return masked(
        output
            .replace("\u001b[0m", "") // Maven ends colours even where it began none
            .replace(root.resolve("config").toString(), "/home/ada/.config")
            .replace(root.resolve("home").toString(), "/home")
            .replace(root.toString(), "/home/ada")
            .replace(System.lineSeparator(), "\n"));
  }

  /**
   * Masks what differs from run to run: digests of sealed blocks, keys, commits, days, and the JDK.
   */
  static String masked(String text) {
    return text.replaceAll("\\([0-9a-f]{4}\\)", "(0000)")
        .replaceAll("age1[a-z0-9]{50,}", "age1")
        .replaceAll("by commit [0-9a-f]{7}", "by commit 0000000")
        .replaceAll("MCowBQYDK2VwAyEA[A-Za-z0-9+/=]*", "MCowBQYDK2VwAyEA")
        .replaceAll("SHA256:[A-Za-z0-9+/=]{43,}", "SHA256:")
        .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}", "2026-01-01")
        .replaceAll("Java [0-9.]+ in [^\n]+", "Java");
  }
}
