package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.countersign.runtime.SecretName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentWritesTest {
  private static final int EACH = 12;

  @TempDir Path root;
  private StoreFixture project;

  @BeforeEach
  void createProject() throws StoreException {
    project = StoreFixture.withProd(root);
  }

  @Test
  void twoProcesses_loseNothing() throws Exception {
    try (OtherProcess one = OtherProcess.start("set", root, "A", "" + EACH);
        OtherProcess other = OtherProcess.start("set", root, "B", "" + EACH)) {
      one.awaitLine("done");
      other.awaitLine("done");
    }
    assertNothingLost();
  }

  @Test
  void aProcessAndThreads_loseNothing() throws Exception {
    try (OtherProcess other = OtherProcess.start("set", root, "A", "" + EACH)) {
      Set<Integer> versions = setInThreads("B");
      assertEquals(EACH, versions.size());
      other.awaitLine("done");
    }
    assertNothingLost();
  }

  private Set<Integer> setInThreads(String prefix) throws Exception {
    List<Callable<Integer>> sets = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      String text = prefix + i;
      byte[] value = text.getBytes(UTF_8);
      List<Change> changes =
          List.of(Change.set(PROD, TOKEN, value), Change.set(PROD, new SecretName(text), value));
      sets.add(() -> project.writer.write(changes).get(0).version());
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
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

  private void assertNothingLost() throws StoreException {
    FileSecretStore store = project.store();
    for (String prefix : List.of("A", "B")) {
      for (int i = 0; i < EACH; i++) {
        OpenedValue value = store.open(new SecretName(prefix + i), PROD);
        assertNotNull(value, prefix + i);
        assertEquals(prefix + i, new String(value.revealBytes(), UTF_8));
      }
    }
    assertEquals(2 * EACH, store.index().version(TOKEN, PROD));
  }
}
