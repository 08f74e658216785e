package dev.countersign.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The JDKs of this machine that the command runs on: this one first, then those beside it. */
final class Jdks {
  private static final int OLDEST = 17;

  private Jdks() {}

  static List<Path> all() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    List<Path> homes = new ArrayList<>(List.of(own));
    try (Stream<Path> beside = Files.list(own.getParent())) {
      for (Path home : beside.sorted().toList()) {
        if (version(home) >= OLDEST && !homes.contains(home.toRealPath())) {
          homes.add(home.toRealPath());
        }
      }
    }
    return homes;
  }

  /** Returns the number by which a JDK is called, or 0 for another directory. */
  private static int version(Path home) {
    if (!Files.isExecutable(home.resolve("bin/java"))) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(home.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION=\""))
          .map(line -> Runtime.Version.parse(line.substring(14, line.length() - 1)).feature())
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
