package dev.countersign.runtime.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Replaces several files together: all are prepared before the first is put in place. When one
 * cannot be put in place, those before it are put back. A crash between two renames leaves some new
 * and some old, each of them whole: file systems offer no more.
 */
public final class AtomicFiles implements AutoCloseable {
  private final List<AtomicFile> files = new ArrayList<>();

  /** Prepares one file more. It is put in place by {@link #commit}, after those added before. */
  public void add(AtomicFile file, byte[] content, AtomicFile.Check check) throws StoreException {
    files.add(file);
    file.prepare(content, check);
  }

  /** Puts every file in place, or none. */
  public void commit() throws StoreException {
    renameAll();
    for (AtomicFile file : files) {
      file.syncDirectory();
    }
  }

  private void renameAll() throws StoreException {
    List<AtomicFile> done = new ArrayList<>();
    for (AtomicFile file : files) {
      try {
        file.rename();
      } catch (StoreException e) {
        restore(done, e);
        throw e;
      }
      done.add(file);
    }
  }

  /** Removes what was prepared and not committed. */
  @Override
  public void close() {
    for (AtomicFile file : files) {
      file.close();
    }
  }

  private static void restore(List<AtomicFile> done, StoreException cause) throws StoreException {
    for (AtomicFile file : done) {
      try {
        file.restore();
      } catch (StoreException e) {
        throw new StoreException(
            cause.fact() + "; and " + file.name() + " is written and could not be put back",
            "git diff -- " + file.name(),
            e);
      }
    }
  }
}
