package dev.countersign.runtime.store;

import dev.countersign.runtime.EnvironmentType;
import java.util.Collection;

/**
 * Adds and removes readers of some types: all of it or, where anything fails, nothing. Writes the
 * keyrings and no other file. A reader who is removed here may have kept the type's key, and {@link
 * Rekey#removing} makes another.
 */
public final class KeyringWriter {
  private final StoredFiles files;
  private final ReaderIdentities identities;

  /**
   * Makes a writer.
   *
   * @param directory the directory that holds {@code secrets/}; empty for the store's root itself
   * @param identities what opens the keyrings
   */
  public KeyringWriter(StoreDirectory store, String directory, ReaderIdentities identities) {
    this(new StoredFiles(store, directory), identities);
  }

  KeyringWriter(StoredFiles files, ReaderIdentities identities) {
    this.files = files;
    this.identities = identities;
  }

  /** Adds a reader to each of the types. */
  public void add(Reader reader, Collection<EnvironmentType> types) throws StoreException {
    write(
        types,
        new Edit() {
          @Override
          public Keyring of(OpenedKeyring opened) throws StoreException {
            return opened.add(reader);
          }
        });
  }

  /** Removes a reader from each of the types, whose keys stay. */
  public void remove(String name, Collection<EnvironmentType> types) throws StoreException {
    write(
        types,
        new Edit() {
          @Override
          public Keyring of(OpenedKeyring opened) throws StoreException {
            return opened.without(name);
          }
        });
  }

  private void write(Collection<EnvironmentType> types, Edit edit) throws StoreException {
    StoreLock lock = files.lock();
    try (lock;
        AtomicFiles batch = new AtomicFiles()) {
      for (EnvironmentType type : types) {
        AtomicFile place = files.keyring(type);
        Keyring keyring = TypeFiles.keyring(files, place, type);
        Keyring next = edit.of(keyring.open(identities.identities()));
        batch.add(place, next.encode(), new KeyringCheck(next));
      }
      batch.commit();
    }
  }

  /** One change of a keyring. */
  private interface Edit {
    Keyring of(OpenedKeyring opened) throws StoreException;
  }
}
