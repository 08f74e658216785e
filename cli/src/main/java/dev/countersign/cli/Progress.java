package dev.countersign.cli;

import dev.countersign.runtime.store.RekeyProgress;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/**
 * Tells how far something is, once it has taken longer than a second, and then once a second. A few
 * values take that long on a busy machine only, and are done before the line is read.
 */
final class Progress implements RekeyProgress {
  private static final long SECOND = 1_000_000_000L;
  private static final int A_FEW = 50;

  private final String what;
  private final PrintStream err;
  private final LongSupplier nanoTime;
  private long told;

  Progress(String what, PrintStream err, LongSupplier nanoTime) {
    this.what = what;
    this.err = err;
    this.nanoTime = nanoTime;
    this.told = nanoTime.getAsLong();
  }

  @Override
  public void advanced(int values) {
    long now = nanoTime.getAsLong();
    if (now - told >= SECOND && values > A_FEW) {
      told = now;
      err.println(what + ": " + Text.count(values, "value") + " so far");
      err.flush();
    }
  }
}
