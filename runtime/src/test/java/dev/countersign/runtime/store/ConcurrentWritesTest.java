package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.SecretName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many writers at once, in threads and in processes: no set is lost, and no version given twice.
 */
class ConcurrentWritesTest {
  private static final int PROCESSES = LongRun.times(4, 32);
  private static final int ROUNDS = LongRun.times(4, 10);
  private static final int THREADS = 32;
  private static final int EACH = 12;

  @TempDir Path root;
  private StoreFixture project;

  @BeforeEach
  void createProject() throws StoreException {
    project = StoreFixture.withProd(root);
  }

  @Test
  void processes_thatSetDifferentSecretsAtOnce_loseNone() throws Exception {
    try (Writers writers = new Writers(project, PROCESSES)) {
      for (int round = 1; round <= ROUNDS; round++) {
        String value = "round " + round;
        List<Integer> versions = writers.setAtOnce(i -> "S" + i + " " + value + " of " + i);
        assertEquals(Collections.nCopies(PROCESSES, round), versions);
        for (int i = 0; i < PROCESSES; i++) {
          assertEquals((value + " of " + i).repeat(64), value("S" + i));
        }
      }
      report("different secrets", writers.readsMeanwhile());
    }
  }

  @Test
  void processes_thatSetTheSameSecretAtOnce_getEachAVersionOfItsOwn() throws Exception {
    try (Writers writers = new Writers(project, PROCESSES)) {
      for (int round = 0; round < ROUNDS; round++) {
        String value = "Token round " + round + " of ";
        List<Integer> versions = writers.setAtOnce(i -> value + i);
        int first = round * PROCESSES + 1;
        assertEquals(
            IntStream.range(first, first + PROCESSES).boxed().toList(),
            versions.stream().sorted().toList());
        int last = versions.indexOf(first + PROCESSES - 1);
        assertEquals(("round " + round + " of " + last).repeat(64), value("Token"));
      }
      report("the same secret", writers.readsMeanwhile());
    }
    assertEquals(PROCESSES * ROUNDS, project.index().version(TOKEN, PROD));
  }

  private static void report(String what, int reads) {
    assertTrue(reads > 0, "nobody read meanwhile");
    LongRun.report(
        PROCESSES
            + " processes that set "
            + what
            + " at once: "
            + PROCESSES * ROUNDS
            + " sets in "
            + ROUNDS
            + " rounds, lost 0, torn 0 in "
            + reads
            + " reads meanwhile");
  }

  @Test
  void threads_eachWithAStoreOfItsOwn_loseNothing() throws Exception {
    List<Callable<Integer>> sets = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      SecretName own = new SecretName("S" + i);
      FileSecretStore store = project.store();
      sets.add(
          () -> {
            assertEquals(1, store.write(own, PROD, own.value().getBytes(UTF_8), 0));
            return setOverOthers(store, own.value().getBytes(UTF_8));
          });
    }
    Set<Integer> versions = inThreads(sets, THREADS);
    assertEquals(IntStream.rangeClosed(1, THREADS).boxed().toList(), List.copyOf(versions));
    for (int i = 0; i < THREADS; i++) {
      assertEquals("S" + i, value("S" + i));
    }
    LongRun.report(THREADS + " threads: " + 2 * THREADS + " sets, lost 0");
  }

  /** Compares and sets until nobody was faster. */
  private static int setOverOthers(FileSecretStore store, byte[] value) throws StoreException {
    int expected = 0;
    while (true) {
      try {
        return store.write(TOKEN, PROD, value, expected);
      } catch (VersionConflictException e) {
        assertTrue(e.actual() > expected, e.getMessage());
        expected = e.actual();
      }
    }
  }

  @Test
  void aProcessAndThreads_loseNothing() throws Exception {
    List<Callable<Integer>> sets = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      String text = "B" + i;
      byte[] value = text.getBytes(UTF_8);
      List<Change> changes =
          List.of(Change.set(PROD, TOKEN, value), Change.set(PROD, new SecretName(text), value));
      sets.add(() -> project.writer.write(changes).get(0).version());
    }
    try (OtherProcess other = OtherProcess.start(Work.SET_SOME, root, "A", EACH)) {
      assertEquals(EACH, inThreads(sets, 4).size());
      other.awaitLine("done");
    }
    for (int i = 0; i < EACH; i++) {
      assertEquals("A" + i, value("A" + i));
      assertEquals("B" + i, value("B" + i));
    }
    assertEquals(2 * EACH, project.index().version(TOKEN, PROD));
  }

  private static Set<Integer> inThreads(List<Callable<Integer>> sets, int count) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      Set<Integer> versions = new TreeSet<>();
      for (Future<Integer> version : threads.invokeAll(sets)) {
        versions.add(version.get());
      }
      return versions;
    } finally {
      threads.shutdown();
    }
  }

  private String value(String name) throws StoreException {
    return project.value(project.ada, new SecretName(name), PROD);
  }
}
