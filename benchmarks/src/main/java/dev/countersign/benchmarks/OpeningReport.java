package dev.countersign.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The times of opening one value, over several rounds, against the goal. */
final class OpeningReport {
  private static final double GOAL = 1.15;
  private static final String[] SIZES = {"64", "1024", "65536"};

  private final List<Run> rounds = new ArrayList<>();

  void add(Run round) {
    rounds.add(round);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    line(text, "%nOpening one value that is sealed to a classic key, µs");
    line(
        text,
        "  %8s %12s %10s %6s %10s %6s",
        "bytes",
        "primitives",
        "binary",
        "ratio",
        "armored",
        "ratio");
    List<String> missed = new ArrayList<>();
    for (String size : SIZES) {
      line(
          text,
          "  %8s %12.1f %10.1f %6.2f %10.1f %6.2f",
          size,
          time("primitives", size),
          time("binary", size),
          ratio("binary", size, missed),
          time("armored", size),
          ratio("armored", size, missed));
    }
    line(
        text,
        "goal: opening / primitives <= %.2f: %s",
        GOAL,
        missed.isEmpty() ? "met" : "missed at " + missed);
    return text.toString();
  }

  private double time(String method, String size) {
    return median(rounds.stream().mapToDouble(round -> round.median(method, size)).toArray());
  }

  private double ratio(String method, String size, List<String> missed) {
    double ratio =
        median(
            rounds.stream()
                .mapToDouble(round -> round.median(method, size) / round.median("primitives", size))
                .toArray());
    if (ratio > GOAL) {
      missed.add(method + " " + size);
    }
    return ratio;
  }

  private static double median(double[] numbers) {
    Arrays.sort(numbers);
    return numbers[numbers.length / 2];
  }

  private static void line(StringBuilder text, String format, Object... arguments) {
    text.append(String.format(format + "%n", arguments));
  }
}
