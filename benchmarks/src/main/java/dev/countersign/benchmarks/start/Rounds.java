package dev.countersign.benchmarks.start;

import dev.countersign.runtime.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Rounds in which every program starts once, one after the other. */
final class Rounds {
  private static final int WARM_UP = 2;

  private final Map<Program, List<Start>> taken = new EnumMap<>(Program.class);
  private final Path root;

  Rounds(Path root) throws IOException, StoreException {
    this.root = root;
    for (Program each : Program.values()) {
      taken.put(each, new ArrayList<>());
      each.setting.write(Files.createDirectory(directory(each)));
    }
  }

  private Path directory(Program program) {
    return root.resolve(program.name());
  }

  Rounds run(int rounds) throws IOException {
    for (int round = 0; round < WARM_UP + rounds; round++) {
      System.err.printf("round %d of %d%n", round + 1, WARM_UP + rounds);
      for (Program each : Program.values()) {
        Start start = Start.of(each, directory(each));
        if (round >= WARM_UP) {
          taken.get(each).add(start);
        }
      }
    }
    return this;
  }

  String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            "%n  %-28s %8s %6s %6s %8s %6s %6s%n",
            "20 secrets, whole process",
            "wall ms",
            "ratio",
            "median",
            "CPU ms",
            "ratio",
            "median"));
    for (Program each : Program.values()) {
      table.append(line(each));
    }
    return table.toString();
  }

  private String line(Program program) {
    return String.format(
        "  %-28s %8.0f %6.2f %6.2f %8.0f %6.2f %6.2f%n",
        program.title,
        least(program, Start::wall),
        least(program, Start::wall) / least(Program.FLOOR, Start::wall),
        median(program, Start::wall),
        least(program, Start::cpu),
        least(program, Start::cpu) / least(Program.FLOOR, Start::cpu),
        median(program, Start::cpu));
  }

  private double least(Program program, ToDoubleFunction<Start> figure) {
    return taken.get(program).stream().mapToDouble(figure).min().orElseThrow();
  }

  /** Returns the median of the ratios to the floor of the same round. */
  private double median(Program program, ToDoubleFunction<Start> figure) {
    List<Start> floor = taken.get(Program.FLOOR);
    List<Start> starts = taken.get(program);
    double[] ratios =
        IntStream.range(0, starts.size())
            .mapToDouble(
                i -> figure.applyAsDouble(starts.get(i)) / figure.applyAsDouble(floor.get(i)))
            .sorted()
            .toArray();
    return ratios[ratios.length / 2];
  }
}
