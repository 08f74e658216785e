package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the sealed files of one directory. Setting needs no private key: a value is sealed to the
 * recipient in the file, and refused if the keyring does not know that. All changes are prepared
 * before the first file is put in place.
 */
public final class StoreWriter {
  private final StoredFiles files;

  /**
   * Makes a writer.
   *
   * @param directory the directory that holds {@code secrets/}, relative to the store's root; empty
   *     for the root itself
   */
  public StoreWriter(StoreDirectory store, String directory) {
    this(store, directory, Disk.REAL);
  }

  StoreWriter(StoreDirectory store, String directory, Disk disk) {
    this.files = new StoredFiles(store, directory, disk);
  }

  /** Returns the lock that writing takes. */
  StoreLock lock() throws StoreException {
    return files.lock();
  }

  /** Returns the key that the next value of an environment will be sealed to. */
  public String recipient(Environment environment) throws StoreException {
    return SealedFileEdit.recipient(files, environment);
  }

  /**
   * Sets and unsets, under the lock: all of it or, where anything fails, nothing.
   *
   * @return what each change came to, in the order given
   * @throws VersionConflictException if a change expected another version than is there
   */
  public List<Written> write(List<Change> changes) throws StoreException {
    StoreLock lock = lock();
    try (lock;
        AtomicFiles batch = new AtomicFiles()) {
      List<Written> written = stage(changes, batch);
      batch.commit();
      return written;
    }
  }

  /**
   * Prepares changes as part of a larger batch. The caller holds the lock and commits the batch.
   *
   * @return what each change will have come to, in the order given
   */
  public List<Written> stage(List<Change> changes, AtomicFiles batch) throws StoreException {
    return stage(changes, batch, RekeyProgress.NONE);
  }

  /**
   * Prepares changes as part of a larger batch, and tells how far it is.
   *
   * @return what each change will have come to, in the order given
   */
  public List<Written> stage(List<Change> changes, AtomicFiles batch, RekeyProgress progress)
      throws StoreException {
    Map<Environment, SealedFileEdit> edits = new TreeMap<>();
    List<Written> written = new ArrayList<>(changes.size());
    for (Change change : changes) {
      SealedFileEdit edit = edits.get(change.environment());
      if (edit == null) {
        edit = SealedFileEdit.open(files, change.environment());
        edits.put(change.environment(), edit);
      }
      written.add(edit.apply(change));
      progress.advanced(written.size());
    }
    for (SealedFileEdit edit : edits.values()) {
      edit.stage(batch);
    }
    return written;
  }

  /**
   * Makes what is missing of some types: key pair, keyring and empty sealed file. What is there is
   * never overwritten.
   *
   * @param readers who can open the keyrings made
   * @return the types of which something was made
   */
  public List<EnvironmentType> createTypes(Collection<EnvironmentType> types, List<Reader> readers)
      throws StoreException {
    StoreLock lock = lock();
    try (lock;
        AtomicFiles batch = new AtomicFiles()) {
      List<EnvironmentType> created = new ArrayList<>();
      for (EnvironmentType type : types) {
        if (new TypeCreation(files, type).stage(readers, batch)) {
          created.add(type);
        }
      }
      batch.commit();
      return created;
    }
  }
}
