package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RehearsalTest {
  @TempDir Path temporary;

  @Test
  void everyLine_succeeds_inAHomeOfItsOwn() throws Exception {
    Path home = temporary.resolve("home");
    Rehearsal rehearsal = new Rehearsal(home, Main.context());
    for (List<String> lines : List.of(Rehearsal.BEFORE, Rehearsal.LINES)) {
      for (String line : lines) {
        assertEquals(ExitStatus.DONE, rehearsal.run(line), line);
      }
    }
    assertTrue(Files.exists(home.resolve(".config/countersign/identity")));
    try (Stream<Path> all = Files.list(temporary)) {
      assertEquals(List.of(home), all.toList());
    }
  }
}
