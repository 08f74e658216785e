package dev.countersign.runtime.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Processes that all set at once, and a thread that reads what they write, for a torn file. */
final class Writers implements AutoCloseable {
  private final StoreFixture project;
  private final List<OtherProcess> processes = new ArrayList<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final CompletableFuture<Void> reader;
  private volatile @Nullable Exception torn;
  private volatile boolean closed;

  Writers(StoreFixture project, int count) throws IOException {
    this.project = project;
    for (int i = 0; i < count; i++) {
      processes.add(OtherProcess.start(Work.SET_WHAT_IS_SAID, project));
    }
    for (OtherProcess process : processes) {
      process.awaitLine("ready");
    }
    reader = CompletableFuture.runAsync(this::read);
  }

  /** Has each process set something, and returns the versions they were given. */
  List<Integer> setAtOnce(IntFunction<String> what) throws IOException {
    for (int i = 0; i < processes.size(); i++) {
      processes.get(i).send(what.apply(i));
    }
    List<Integer> versions = new ArrayList<>();
    for (OtherProcess process : processes) {
      versions.add(Integer.valueOf(process.readLine()));
    }
    return versions;
  }

  /** Returns how often the file was read whole meanwhile; fails if it was ever torn. */
  int readsMeanwhile() throws Exception {
    if (torn != null) {
      throw torn;
    }
    return reads.get();
  }

  private void read() {
    try {
      int blocks = 0;
      while (!closed) {
        byte[] bytes = Files.readAllBytes(project.secrets("prod.secrets"));
        int now = SealedFile.parse("prod.secrets", bytes).blocks().size();
        Killed.require(now >= blocks, "a block vanished");
        blocks = now;
        reads.incrementAndGet();
      }
    } catch (Exception | AssertionError e) {
      torn = new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    for (OtherProcess process : processes) {
      process.close();
    }
    reader.join();
  }
}
