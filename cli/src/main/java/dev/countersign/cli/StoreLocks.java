package dev.countersign.cli;

import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreLock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The locks of several directories, in the order of their paths: nobody waits in a ring. */
final class StoreLocks implements AutoCloseable {
  private final List<StoreLock> locks = new ArrayList<>();

  /** Takes all that are needed, at once: those taken later may not be next in the order. */
  void acquire(Path root, Collection<String> directories) throws StoreException {
    Collection<Path> ordered = new TreeSet<>();
    for (String directory : directories) {
      ordered.add(root.resolve(directory).normalize());
    }
    for (Path directory : ordered) {
      locks.add(StoreLock.acquire(directory));
    }
  }

  @Override
  public void close() {
    for (StoreLock lock : locks) {
      lock.close();
    }
  }
}
