package dev.countersign.runtime;

import java.nio.file.Path;
import java.util.List;

/** Takes snapshots for as long as the program runs, each of one moment. */
final class Snapshots {
  private static final int TRIES = 10;

  private final Setup setup;
  private final WatchedStore store;

  Snapshots(Setup setup) {
    this.setup = setup;
    this.store = new WatchedStore(setup);
  }

  /**
   * Takes one. Where a platform swaps mounted files while they are read, all are read again.
   *
   * @throws SecretsException if a file cannot be used
   */
  Resolver take() {
    for (int tries = 1; ; tries++) {
      List<Path> mounted = MountedDirectories.states(setup.host());
      Resolver snapshot = setup.snapshot(store.current());
      snapshot.presence(); // asks for everything
      if (tries == TRIES || mounted.equals(MountedDirectories.states(setup.host()))) {
        return snapshot;
      }
      snapshot.wipe();
    }
  }
}
