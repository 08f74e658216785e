package dev.countersign.runtime;

import org.jspecify.annotations.Nullable;

/** Reads the store anew only where a file of it changed; its keyrings stay open otherwise. */
final class WatchedStore {
  private final Setup setup;
  private @Nullable WatchedFiles files;
  private @Nullable SecretProvider provider;

  WatchedStore(Setup setup) {
    this.setup = setup;
  }

  /** Returns the provider of the store as it is now: the same one as long as it is the same. */
  SecretProvider current() {
    SecretProvider present = provider;
    if (present == null || (files != null && files.haveChanged())) {
      present = read();
      provider = present;
    }
    return present;
  }

  private SecretProvider read() {
    Root root = setup.root();
    if (root == null || root.directory() == null) {
      return Providers.store(setup); // what is packed into a program stays as it is
    }
    WatchedFiles watched = new WatchedFiles(root.files());
    files = watched;
    return Providers.store(setup, root, watched);
  }
}
