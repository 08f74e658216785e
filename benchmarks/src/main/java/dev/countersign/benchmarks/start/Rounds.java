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
    table.append(goal("wall", Program.VARIABLES, Program.FLOOR, 1.3, Start::wall));
    table.append(goal("wall", Program.OVERRIDES, Program.FLOOR, 1.6, Start::wall));
    table.append(goal("wall", Program.STORE, Program.FLOOR, 3.1, Start::wall));
    table.append(goal("wall", Program.STORE, Program.AVAJE, 1, Start::wall));
    table.append(goal("CPU", Program.SPRING_STORE, Program.SPRING, 1.05, Start::cpu));
    return table.toString();
  }

  private String goal(
      String what, Program program, Program base, double goal, ToDoubleFunction<Start> figure) {
    double ratio = least(program, figure) / least(base, figure);
    return String.format(
        "goal: %s / %s, %s <= %.2f: %.2f, %s%n",
        program.title, base.title, what, goal, ratio, ratio <= goal ? "met" : "missed");
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
