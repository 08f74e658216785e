package dev.countersign.benchmarks.start;

import dev.countersign.runtime.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** Starts each program in turn, round after round, and prints what it costs beside the floor. */
public final class StartBenchmarks {
  private StartBenchmarks() {}

  /** Takes how many rounds to count; two more warm up the machine's caches. */
  public static void main(String[] arguments) throws IOException, StoreException {
    Locale.setDefault(Locale.ROOT);
    int rounds = arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]);
    Path root = Files.createTempDirectory("countersign-benchmark");
    try {
      System.out.printf("Java %s%n", Runtime.version());
      System.out.print(new Rounds(root).run(rounds).table());
    } finally {
      delete(root);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
