package dev.countersign.samples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.samples.Page.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each sample, copied, does what its page says: every command typed, every line held against it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the pages are written for a POSIX shell")
@Execution(ExecutionMode.CONCURRENT)
class SamplesIT {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"multi-module", "spring-boot", "named-module", "shaded"})
  void copy_doesWhatItsPageSays(String sample) throws Exception {
    Workshop workshop = new Workshop(directory);
    Path copy = workshop.copy(sample);
    List<Step> steps = Page.steps(copy.resolve("README.md"));
    assertFalse(steps.isEmpty(), "no commands in the README.md of " + sample);
    new Session(workshop, copy).play(steps);
  }

  @Test
  void everySample_isInTheTable() throws IOException {
    String table = Files.readString(Workshop.SAMPLES.resolve("README.md"));
    try (Stream<Path> children = Files.list(Workshop.SAMPLES)) {
      for (Path child : (Iterable<Path>) children.filter(Files::isDirectory)::iterator) {
        String name = child.getFileName().toString();
        boolean isSample = !name.equals("tests") && !name.equals("target");
        assertTrue(!isSample || table.contains("| [" + name + "](" + name + ") |"), name);
      }
    }
  }
}
