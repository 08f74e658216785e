package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.store.Block;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.SealedFile;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreFiles;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of one directory's {@code secrets/}, by name, as they are or as they once were. Nothing
 * is opened. What cannot be read at all stands apart; damaged blocks are with their file.
 *
 * @param directory the directory that holds {@code secrets/}, relative to the root
 */
record Snapshot(
    String directory,
    Map<String, SealedFile> sealed,
    Map<String, Keyring> keyrings,
    Map<String, StoreException> damaged) {

  /** Reads what is on disk now. */
  static Snapshot now(StoreDirectory store, String directory) {
    String[] names = store.path(directory, "").toFile().list();
    return read(store, directory, names == null ? List.of() : Arrays.asList(names));
  }

  /** Reads some files; those that are no part of a store are passed over. */
  static Snapshot read(StoreFiles files, String directory, List<String> names) {
    Snapshot snapshot = new Snapshot(directory, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    for (String name : names) {
      boolean isHidden = name.startsWith(".");
      if (!isHidden && (name.endsWith(SealedFile.SUFFIX) || name.endsWith(Keyring.SUFFIX))) {
        snapshot.add(files, name);
      }
    }
    return snapshot;
  }

  private void add(StoreFiles files, String name) {
    String described = files.describe(directory, name);
    try {
      byte[] bytes = files.read(directory, name);
      if (bytes == null) {
        return; // it went away meanwhile
      }
      if (name.endsWith(SealedFile.SUFFIX)) {
        sealed.put(name, SealedFile.parseLeniently(described, bytes));
      } else {
        keyrings.put(name, Keyring.parse(described, bytes));
      }
    } catch (StoreException e) {
      damaged.put(name, e);
    }
  }

  /** Says whether something is set for a type, or for an environment of it. */
  boolean holdsValues(EnvironmentType type) {
    for (SealedFile file : sealed.values()) {
      if (file.environment().type() == type) {
        for (Block block : file.blocks()) {
          if (block.armored() != null) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Returns how many files there are, damaged ones too. */
  int size() {
    return sealed.size() + keyrings.size() + damaged.size();
  }
}
