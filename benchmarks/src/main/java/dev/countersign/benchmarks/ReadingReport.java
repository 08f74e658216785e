package dev.countersign.benchmarks;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What it takes to read a secret that has been read before, against the goals. */
final class ReadingReport {
  private static final double FIELD_GOAL = 1.1;
  private static final double SUPPLIER_GOAL = 2;

  private final Collection<RunResult> results;

  private ReadingReport(Collection<RunResult> results) {
    this.results = results;
  }

  static ReadingReport measure(int milliseconds) throws RunnerException {
    System.err.println("measuring: " + ReadingBenchmark.class.getSimpleName());
    Options options =
        new OptionsBuilder()
            .include(ReadingBenchmark.class.getName() + "\\.")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.milliseconds(milliseconds))
            .measurementIterations(7)
            .measurementTime(TimeValue.milliseconds(milliseconds))
            .verbosity(VerboseMode.SILENT)
            .build();
    return new ReadingReport(new Runner(options).run());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format("%nReading one of twenty secrets, ns, the fastest of 7 iterations%n"));
    text.append(String.format("  %-34s %9s %10s %13s%n", "", "ns", "to a field", "to a volatile"));
    line(text, "field", "field of String");
    line(text, "secretValueField", "field of SecretValue");
    line(text, "volatileField", "volatile field");
    line(text, "concurrentMap", "ConcurrentHashMap.get");
    line(text, "supplier", "Supplier<String>.get");
    line(text, "valueSupplier", "Supplier<SecretValue>.get");
    line(text, "secretsGet", "Secrets.get");
    line(text, "secretValueReveal", "SecretValue.reveal");
    line(text, "smallRye", "SmallRye Config, getValue");
    line(text, "spring", "Spring Environment, getProperty");
    goal(text, "a field of SecretValue / a field", "secretValueField", "field", FIELD_GOAL);
    goal(text, "Supplier.get / a volatile read", "supplier", "volatileField", SUPPLIER_GOAL);
    return text.toString();
  }

  private void line(StringBuilder text, String method, String title) {
    double taken = nanoseconds(method);
    text.append(
        String.format(
            "  %-34s %9.2f %10.2f %13.2f%n",
            title, taken, taken / nanoseconds("field"), taken / nanoseconds("volatileField")));
  }

  private void goal(StringBuilder text, String title, String method, String base, double goal) {
    boolean met = nanoseconds(method) / nanoseconds(base) <= goal;
    text.append(String.format("goal: %s <= %.1f: %s%n", title, goal, met ? "met" : "missed"));
  }

  private double nanoseconds(String method) {
    for (RunResult result : results) {
      if (result.getParams().getBenchmark().endsWith("." + method)) {
        return result.getPrimaryResult().getStatistics().getMin();
      }
    }
    throw new IllegalArgumentException("nothing was measured of " + method);
  }
}
