package dev.countersign.benchmarks;

import dev.countersign.runtime.store.FileSecretStore;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures everything and prints it side by side. Times are medians, so that what else runs on the
 * machine matters little; a ratio is the median of the ratios of several rounds.
 */
public final class Benchmarks {
  private static final String RELOCATED =
      "dev.countersign.internal.bouncycastle.crypto.digests.SHA256Digest";

  private Benchmarks() {}

  /** Takes about two minutes, or with {@code --long} a quarter of an hour. */
  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    boolean isLong = List.of(arguments).contains("--long");
    printMachine();
    opening(isLong ? 9 : 3, isLong ? 2000 : 500);
    sealing(isLong ? 2000 : 500);
    store(isLong ? 5000 : 1000);
    System.out.print(ReadingReport.measure(isLong ? 2000 : 300));
  }

  private static void printMachine() {
    System.out.printf(
        "Java %s, %d processors; Bouncy Castle %s in the runtime, plain in the primitives%n",
        Runtime.version(), Runtime.getRuntime().availableProcessors(), kind());
  }

  private static String kind() {
    try {
      Class.forName(RELOCATED);
      return "relocated";
    } catch (ClassNotFoundException e) {
      return "plain";
    }
  }

  private static void opening(int rounds, int milliseconds) throws RunnerException {
    OpeningReport report = new OpeningReport();
    for (int i = 0; i < rounds; i++) {
      report.add(Run.of(OpeningBenchmark.class, milliseconds));
    }
    System.out.print(report);
  }

  private static void sealing(int milliseconds) throws RunnerException {
    Run run = Run.of(SealingBenchmark.class, milliseconds);
    System.out.printf("%nSealing and opening 64 bytes, armored%n");
    System.out.printf("  %-16s %10s %10s %8s%n", "key", "seal µs", "open µs", "bytes");
    double[] classic = print(run, "classic");
    double[] hybrid = print(run, "hybrid");
    System.out.printf(
        "  %-16s %10.2f %10.2f %8.2f%n",
        "hybrid / classic", hybrid[0] / classic[0], hybrid[1] / classic[1], hybrid[2] / classic[2]);
  }

  private static double[] print(Run run, String key) {
    double seal = run.median("seal", key);
    double open = run.median("open", key);
    int bytes = SealingBenchmark.sealedBytes(key);
    System.out.printf("  %-16s %10.1f %10.1f %8d%n", key, seal, open, bytes);
    return new double[] {seal, open, bytes};
  }

  private static void store(int milliseconds) throws Exception {
    Run run = Run.of(StoreBenchmark.class, milliseconds);
    System.out.printf(
        "%nReading a store file and opening its values of 32 bytes, the fastest time%n");
    System.out.printf(
        "  %8s %12s %12s %12s %12s %12s%n",
        "values", "one, ms", "all, ms", "µs a value", "file bytes", "heap bytes");
    for (int values : new int[] {1, 20, 1000, 10000}) {
      double microseconds = run.best("openAll", String.valueOf(values));
      try (SampleStore store = new SampleStore(values)) {
        System.out.printf(
            "  %8d %12.2f %12.2f %12.1f %12d %12d%n",
            values,
            run.best("openOne", String.valueOf(values)) / 1000,
            microseconds / 1000,
            microseconds / values,
            store.fileBytes(),
            heapBytes(store));
      }
    }
  }

  /** Returns what a store takes in memory that has opened one value. */
  private static long heapBytes(SampleStore store) throws Exception {
    store.load(); // its classes
    long before = usedBytes();
    FileSecretStore loaded = store.load();
    try {
      return Math.max(0, usedBytes() - before);
    } finally {
      Reference.reachabilityFence(loaded);
    }
  }

  private static long usedBytes() {
    for (int i = 0; i < 5; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
