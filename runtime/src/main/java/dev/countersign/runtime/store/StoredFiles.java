package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sealed files and keyrings of one directory on disk, each read strictly and ready to edit. */
final class StoredFiles {
  private final StoreDirectory store;
  private final String directory;
  private final Disk disk;

  StoredFiles(StoreDirectory store, String directory) {
    this(store, directory, Disk.REAL);
  }

  StoredFiles(StoreDirectory store, String directory, Disk disk) {
    this.store = store;
    this.directory = directory;
    this.disk = disk;
  }

  /** Takes the lock of the directory. */
  StoreLock lock() throws StoreException {
    return StoreLock.acquire(store.root().resolve(directory), disk);
  }

  /** Returns the names of all sealed files that are there, sorted. */
  List<String> sealedFileNames() {
    List<String> names = new ArrayList<>();
    String[] all = store.path(directory, "").toFile().list();
    for (String name : all == null ? new String[0] : all) {
      if (name.endsWith(SealedFile.SUFFIX) && !name.startsWith(".")) {
        names.add(name);
      }
    }
    Collections.sort(names);
    return names;
  }

  AtomicFile sealedFile(Environment environment) {
    return file(SealedFile.fileName(environment));
  }

  AtomicFile keyring(EnvironmentType type) {
    return file(Keyring.fileName(type));
  }

  @Nullable SealedFile read(AtomicFile file, Environment environment) throws StoreException {
    byte[] bytes = file.read();
    if (bytes == null) {
      return null;
    }
    SealedFile sealed = SealedFile.parse(file.name(), bytes);
    sealed.requireEnvironment(environment);
    return sealed;
  }

  /** Reads a sealed file of which damaged blocks may be about to be replaced. */
  @Nullable SealedFile readLeniently(AtomicFile file, Environment environment)
      throws StoreException {
    byte[] bytes = file.read();
    if (bytes == null) {
      return null;
    }
    SealedFile sealed = SealedFile.parseLeniently(file.name(), bytes);
    sealed.requireEnvironment(environment);
    return sealed;
  }

  /**
   * Reads a file that a merge left with conflict markers. Returns null if it has none, or they do
   * not part it into two sealed files, or these are sealed to keys that the keyring does not tell
   * apart.
   */
  @Nullable MergedFile readUnfinished(AtomicFile file, Environment environment, Keyring keyring)
      throws StoreException {
    byte[] bytes = file.read();
    if (bytes == null || !MergedFile.isUnfinished(bytes)) {
      return null;
    }
    MergedFile merged = MergedFile.parse(file.name(), bytes);
    if (merged == null) {
      return null;
    }
    merged.ours().requireEnvironment(environment);
    merged = merged.settleKey(keyring.identities().get(0));
    return merged.isOfTwoKeys() ? null : merged;
  }

  @Nullable Keyring read(AtomicFile file, EnvironmentType type) throws StoreException {
    byte[] bytes = file.read();
    if (bytes == null) {
      return null;
    }
    Keyring keyring = Keyring.parse(file.name(), bytes);
    keyring.requireType(type);
    return keyring;
  }

  AtomicFile file(String fileName) {
    String name = store.describe(directory, fileName);
    return new AtomicFile(store.path(directory, fileName), name, false, disk);
  }
}
