package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * A reader of what others wrote, under Jazzer. Every build runs it over its seeds, the files in the
 * resources under its class's name, and Jazzer puts there what it finds; {@code -Pfuzz} goes on
 * from them, guided by coverage. One target a class, because Jazzer fuzzes one a process.
 */
@Timeout(10)
public abstract class FuzzTarget {
  /**
   * Reads an input and holds what was read against it.
   *
   * @return false if it was refused with the exception that refuses such inputs; any other fails
   */
  protected abstract boolean reads(byte[] input) throws Exception;

  @FuzzTest
  public final void readsOrRefuses(byte[] input) throws Exception {
    reads(input);
  }

  @TestFactory
  public final Stream<DynamicTest> seed_isReadOrRefused() throws IOException {
    return seeds().stream()
        .map(seed -> DynamicTest.dynamicTest(seed.getFileName().toString(), () -> reads(seed)));
  }

  /** A target that refuses everything would find nothing. */
  @Test
  public final void seeds_areSomeReadAndSomeRefused() throws Exception {
    Set<Boolean> outcomes = new HashSet<>();
    for (Path seed : seeds()) {
      outcomes.add(reads(seed));
    }
    assertEquals(Set.of(true, false), outcomes, "outcomes under " + directory());
  }

  /** Puts an input among those that are committed. */
  public final void writeSeed(String name, byte[] seed) throws IOException {
    Files.createDirectories(directory());
    Files.write(directory().resolve(name), seed);
  }

  private boolean reads(Path seed) throws Exception {
    return reads(Files.readAllBytes(seed));
  }

  private List<Path> seeds() throws IOException {
    try (Stream<Path> files = Files.list(directory())) {
      List<Path> seeds = files.sorted().toList();
      assertTrue(!seeds.isEmpty(), "no seeds under " + directory());
      return seeds;
    }
  }

  /** Returns where Jazzer looks for them, and puts what it finds. */
  private Path directory() {
    return Path.of("src/test/resources", getClass().getPackageName().replace('.', '/'))
        .resolve(getClass().getSimpleName() + "Inputs/readsOrRefuses");
  }
}
