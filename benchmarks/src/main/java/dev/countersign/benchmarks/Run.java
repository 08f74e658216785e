package dev.countersign.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the methods of one class, each in a process of its own, one after the other. */
final class Run {
  private final Collection<RunResult> results;

  private Run(Collection<RunResult> results) {
    this.results = results;
  }

  static Run of(Class<?> benchmark, int milliseconds) throws RunnerException {
    System.err.println("measuring: " + benchmark.getSimpleName());
    Options options =
        new OptionsBuilder()
            .include(benchmark.getName() + "\\.")
            .mode(Mode.SampleTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .forks(1)
            .warmupIterations(2)
            .warmupTime(TimeValue.milliseconds(milliseconds))
            .measurementIterations(2)
            .measurementTime(TimeValue.milliseconds(milliseconds))
            .verbosity(VerboseMode.SILENT)
            .build();
    return new Run(new Runner(options).run());
  }

  /** Returns the median of what one call took, in microseconds. */
  double median(String method, String parameter) {
    return microseconds(method, parameter, 50);
  }

  /** Returns what the fastest call took, in microseconds: long calls are always interrupted. */
  double best(String method, String parameter) {
    return microseconds(method, parameter, 0);
  }

  private double microseconds(String method, String parameter, double percentile) {
    for (RunResult result : results) {
      boolean same = result.getParams().getBenchmark().endsWith("." + method);
      if (same && parameters(result).contains(parameter)) {
        return result.getPrimaryResult().getStatistics().getPercentile(percentile) / 1000;
      }
    }
    throw new IllegalArgumentException("nothing was measured of " + method + " " + parameter);
  }

  private static List<String> parameters(RunResult result) {
    return result.getParams().getParamsKeys().stream().map(result.getParams()::getParam).toList();
  }
}
