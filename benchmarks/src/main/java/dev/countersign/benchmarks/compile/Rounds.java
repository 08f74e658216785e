package dev.countersign.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Rounds in which every contender compiles once, one after the other. */
final class Rounds {
  private final Map<Contender, List<JavaFileObject>> sources = new EnumMap<>(Contender.class);
  private final Map<Contender, List<Compilation>> taken = new EnumMap<>(Contender.class);
  private final Path root;

  /** Takes the style of all classes, or null for each contender's own. */
  Rounds(int classes, List<Contender> contenders, @Nullable Style style, Path root) {
    for (Contender each : contenders) {
      sources.put(each, Sources.of(style == null ? each.style : style, classes));
      taken.put(each, new ArrayList<>());
    }
    this.root = root;
  }

  Rounds run(int rounds) throws IOException {
    int warmUp = (rounds + 2) / 3;
    for (int round = 0; round < warmUp + rounds; round++) {
      System.err.printf("round %d of %d%n", round + 1, warmUp + rounds);
      for (Contender each : sources.keySet()) {
        Compilation compilation = Compilation.run(each, sources.get(each), root);
        if (round >= warmUp) {
          taken.get(each).add(compilation);
        }
      }
    }
    return this;
  }

  String table(String title) {
    StringBuilder table = new StringBuilder("\n" + title + "\n");
    table.append(
        String.format(
            "  %-26s %8s %6s %8s %6s %8s%n",
            "", "wall ms", "ratio", "CPU ms", "ratio", "to empty"));
    for (Contender each : sources.keySet()) {
      table.append(line(each));
    }
    return table.toString();
  }

  private String line(Contender contender) {
    double wall = least(contender, Compilation::wall);
    double cpu = least(contender, Compilation::cpu);
    return String.format(
        "  %-26s %8.0f %6.2f %8.0f %6.2f %8.2f%n",
        contender.title,
        wall,
        wall / least(Contender.NONE, Compilation::wall),
        cpu,
        cpu / least(Contender.NONE, Compilation::cpu),
        cpu / least(Contender.EMPTY, Compilation::cpu));
  }

  private double least(Contender contender, ToDoubleFunction<Compilation> figure) {
    return taken.get(contender).stream().mapToDouble(figure).min().orElseThrow();
  }
}
