package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  @Test
  void nothingIsToldWithinASecond_andThenOnceASecond() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    AtomicLong milliseconds = new AtomicLong();
    Progress progress =
        new Progress(
            "rekeying prod",
            new PrintStream(err, true, StandardCharsets.UTF_8),
            () -> milliseconds.get() * 1_000_000);
    for (int values = 1; values <= 6; values++) {
      milliseconds.addAndGet(400);
      progress.advanced(values);
    }
    assertEquals(
        "rekeying prod: 3 values so far\nrekeying prod: 6 values so far\n",
        err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
  }
}
