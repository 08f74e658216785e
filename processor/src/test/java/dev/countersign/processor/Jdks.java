package dev.countersign.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The JDKs of this machine that we support: this one first, then those installed beside it. */
final class Jdks {
  private Jdks() {}

  static List<Path> all() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    List<Path> homes = new ArrayList<>(List.of(own));
    try (Stream<Path> beside = Files.list(own.getParent())) {
      for (Path home : beside.sorted().toList()) {
        if (Files.isRegularFile(home.resolve("release")) && !homes.contains(home.toRealPath())) {
          homes.add(home.toRealPath());
        }
      }
    }
    homes.removeIf(home -> !Files.isExecutable(home.resolve("bin/javac")) || version(home) < 17);
    return homes;
  }

  /** Returns the number by which a JDK is called: 17, 25. */
  static int version(Path home) {
    try {
      for (String line : Files.readAllLines(home.resolve("release"))) {
        if (line.startsWith("JAVA_VERSION=\"")) {
          return Runtime.Version.parse(line.substring(14, line.length() - 1)).feature();
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return 0;
  }
}
