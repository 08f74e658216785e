package dev.countersign.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Compiles the same classes with each contender in turn, round after round in one warm process, and
 * prints the fastest of each. Alternating rounds meet the same noise, and a minimum has least of
 * it.
 */
public final class CompileBenchmarks {
  private CompileBenchmarks() {}

  /** Takes how many rounds to count; a third as many more warm up. */
  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT);
    int rounds = arguments.length == 0 ? 12 : Integer.parseInt(arguments[0]);
    System.out.printf("Java %s%n", Runtime.version());
    Path root = Files.createTempDirectory("countersign-benchmark");
    Path declarations = Files.writeString(root.resolve("secrets.toml"), declarations());
    try {
      Rounds uses = new Rounds(1000, List.of(Contender.values()), null, root);
      System.out.print(uses.run(rounds).table("1,000 classes of 60 lines, 3 uses in each"));
      Rounds plain = new Rounds(10_000, List.of(Contender.values()), Style.PLAIN, root);
      System.out.print(
          plain.run(Math.max(2, rounds / 4)).table("10,000 classes of 60 lines, without a use"));
    } finally {
      Files.delete(declarations);
      Files.delete(root);
    }
  }

  private static String declarations() {
    StringBuilder toml = new StringBuilder("application = \"sample\"\n");
    for (int i = 0; i < Style.NAMES; i++) {
      toml.append("[secrets.SampleSecret").append(i).append("]\n");
    }
    return toml.toString();
  }
}
