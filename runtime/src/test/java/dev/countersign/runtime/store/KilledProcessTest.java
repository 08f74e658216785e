package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that write, killed as by {@code kill -9} at random moments. After each: the old or the
 * new file, everything acknowledged, and nothing in the way of the next writer.
 */
class KilledProcessTest {
  private static final int MOST_STEPS = 6;
  private static final int MOST_NANOS = 12_000_000;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  @TempDir Path root;
  private StoreFixture project;
  private int acknowledged;
  private int midWrite;
  private int unacknowledged;

  @BeforeEach
  void createProject() throws StoreException {
    project = StoreFixture.create(root, EnvironmentType.PROD, EnvironmentType.DEV);
    project.set(PROD, TOKEN, "the token");
  }

  @Test
  void killedWhileItSets_aProcessLosesNothingItAcknowledged() throws Exception {
    kill(LongRun.times(12, 200), new KilledSecrets(project));
  }

  @Test
  void killedWhileItAddsAndRemovesAReader_aProcessLeavesAKeyringThatOpens() throws Exception {
    kill(LongRun.times(3, 200), new KilledReaders(project));
  }

  @Test
  void killedWhileItRewritesAFile_aProcessLeavesTheOldOrTheNewOne() throws Exception {
    kill(LongRun.times(3, 200), new KilledOwnFile(project));
  }

  @Test
  void killedWhileItRekeys_aProcessLeavesEveryValue_andRunningItAgainEndsIt() throws Exception {
    kill(LongRun.times(4, 200), new KilledRekeys(project));
  }

  private void kill(int times, Killed killed) throws Exception {
    int step = 1;
    for (int i = 0; i < times; i++) {
      step = killOne(step, killed);
    }
    LongRun.report(
        killed.work()
            + ": killed "
            + times
            + " times at random, after "
            + acknowledged
            + " acknowledged steps; "
            + midWrite
            + " times with a temporary file left, "
            + unacknowledged
            + " times with the next step begun or done; lost 0, torn 0");
  }

  /** Returns the step that the next process begins with. */
  private int killOne(int first, Killed killed) throws Exception {
    int next = first;
    try (OtherProcess process = OtherProcess.start(killed.work(), project, first)) {
      int steps = 1 + random.nextInt(MOST_STEPS);
      for (int i = 0; i < steps; i++) {
        process.awaitLine("done " + next + ".");
        killed.acknowledged(next++);
      }
      passTime(random.nextInt(MOST_NANOS));
      process.kill();
      for (String line = process.readLine(); line != null; line = process.readLine()) {
        assertTrue(("done " + next + ".").startsWith(line), line);
        if (line.endsWith(".")) {
          killed.acknowledged(next++);
        }
      }
    }
    acknowledged += next - first;
    assertNothingLost(next, killed);
    return next + 1;
  }

  private void assertNothingLost(int next, Killed killed) throws Exception {
    midWrite += leftovers() > 0 ? 1 : 0;
    String seeded = "with seed " + seed;
    assertEquals("[]", project.index().damages().toString(), seeded);
    try {
      unacknowledged += killed.look(next) ? 1 : 0;
    } catch (AssertionError e) {
      throw new AssertionError(seeded + ", in step " + next + ": " + e.getMessage(), e);
    }
    assertNextWriterIsNotStopped();
  }

  private void assertNextWriterIsNotStopped() throws Exception {
    int version = project.index().version(new SecretName("Next"), PROD);
    assertEquals(version + 1, project.set(PROD, new SecretName("Next"), "next"));
  }

  private int leftovers() throws Exception {
    try (Stream<Path> files = Files.walk(root)) {
      return (int) files.filter(file -> file.toString().endsWith(".tmp")).count();
    }
  }

  /** A moment within a step, busily: who sleeps wakes up too late for it. */
  private static void passTime(long nanos) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
    }
  }
}
