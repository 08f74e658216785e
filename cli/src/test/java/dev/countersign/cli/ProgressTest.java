package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong milliseconds = new AtomicLong();
  private final Progress progress =
      new Progress(
          "rekeying prod",
          new PrintStream(err, true, StandardCharsets.UTF_8),
          () -> milliseconds.get() * 1_000_000);

  @Test
  void nothingIsToldWithinASecond_andThenOnceASecond() {
    advance(100);
    assertEquals("rekeying prod: 300 values so far\nrekeying prod: 600 values so far\n", told());
  }

  @Test
  void fewValues_areNotTold_howeverLongTheyTake() {
    advance(8);
    assertEquals("", told());
  }

  private void advance(int values) {
    for (int step = 1; step <= 6; step++) {
      milliseconds.addAndGet(400);
      progress.advanced(step * values);
    }
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
