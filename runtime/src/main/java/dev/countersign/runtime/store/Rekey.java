package dev.countersign.runtime.store;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Identity;
import java.util.List;
import java.util.Map;

/**
 * Gives one environment type another key and seals its values to it. First the keyring is written,
 * with the new identity and the old ones, then each sealed file in turn: whoever reads at any
 * moment, or after a crash, can open every value, and running it again goes on where it stopped.
 * Nothing is written unless every value could be sealed anew. Names and versions stay.
 *
 * <p>The old identities stay in the keyring, for values that branches still seal to them, until
 * {@link #finish}. A rekey takes nothing back that somebody could read before it.
 */
public final class Rekey {
  private final StoredFiles files;
  private final EnvironmentType type;
  private final ReaderIdentities identities;
  private final RekeyProgress progress;

  /**
   * Makes a rekey. Nothing is read yet.
   *
   * @param directory the directory that holds {@code secrets/}; empty for the store's root itself
   * @param identities what opens the keyring
   */
  public Rekey(
      StoreDirectory store,
      String directory,
      EnvironmentType type,
      ReaderIdentities identities,
      RekeyProgress progress) {
    this(new StoredFiles(store, directory), type, identities, progress);
  }

  Rekey(
      StoredFiles files,
      EnvironmentType type,
      ReaderIdentities identities,
      RekeyProgress progress) {
    this.files = files;
    this.type = type;
    this.identities = identities;
    this.progress = progress;
  }

  /** Says whether a rekey was begun and not ended. Needs no key. */
  public boolean isUnfinished() throws StoreException {
    return TypeFiles.read(files, type).isUnfinished();
  }

  /** Makes a new key and seals everything to it, or ends a rekey that was interrupted. */
  public Rekeyed run() throws StoreException {
    StoreLock lock = files.lock();
    try (lock) {
      TypeFiles now = TypeFiles.read(files, type);
      OpenedKeyring opened = now.keyring().open(identities.identities());
      return now.isUnfinished() ? resume(now, opened) : renew(now, opened, now.keyring().readers());
    }
  }

  /**
   * Removes a reader, and seals everything to a new key that they never had. Run again after an
   * interruption, it ends the rekey.
   */
  public Rekeyed removing(String reader) throws StoreException {
    StoreLock lock = files.lock();
    try (lock) {
      TypeFiles now = TypeFiles.read(files, type);
      OpenedKeyring opened = now.keyring().open(identities.identities());
      boolean resumes = now.keyring().find(reader) == null && now.isUnfinished();
      return resumes ? resume(now, opened) : renew(now, opened, opened.readersWithout(reader));
    }
  }

  /**
   * Makes a post-quantum key, which classic readers would make worthless.
   *
   * @param keys the post-quantum keys of readers that go on with another key, by reader
   * @throws StoreException if a reader is left with a classic key; names all of them
   */
  public Rekeyed postQuantum(Map<String, String> keys) throws StoreException {
    StoreLock lock = files.lock();
    try (lock) {
      TypeFiles now = TypeFiles.read(files, type);
      OpenedKeyring opened = now.keyring().open(identities.identities());
      return renew(now, opened, new PostQuantumReaders(now.keyring(), keys).readers());
    }
  }

  /**
   * Seals what is left under older keys to the newest, then drops the older ones: what a branch
   * still holds under them cannot be opened after it is merged.
   */
  public Rekeyed finish() throws StoreException {
    StoreLock lock = files.lock();
    try (lock) {
      TypeFiles now = TypeFiles.read(files, type);
      OpenedKeyring opened = now.keyring().open(identities.identities());
      Keyring finished = opened.finished();
      Resealing resealing = resealing(opened, finished, false);
      RekeyWrites writes = new RekeyWrites(now, resealing);
      writes.writeFiles();
      if (now.keyring().identities().size() > 1) {
        writes.writeKeyring(finished);
      }
      return writes.told(finished, false);
    }
  }

  /**
   * Starts again when values are lost: makes a new key, keeps what these identities open, and
   * unsets the rest. Where they do not even open the keyring, everything is unset.
   *
   * @param self the one reader of a keyring that nobody can open
   */
  public Rekeyed discardingUnreadable(Reader self) throws StoreException {
    StoreLock lock = files.lock();
    try (lock) {
      TypeFiles now = TypeFiles.read(files, type);
      try {
        OpenedKeyring opened = now.keyring().open(identities.identities());
        List<Reader> readers = now.keyring().readers();
        Keyring next = opened.rekeyed(Keyring.newIdentity(type, readers), readers);
        return write(now, next, resealing(opened, next, true));
      } catch (NotAReaderException e) {
        List<Reader> readers = List.of(self);
        List<Identity> fresh = List.of(Keyring.newIdentity(type, readers));
        Keyring next = now.keyring().reseal(fresh, readers);
        return write(now, next, new Resealing(null, fresh(next), true, progress));
      }
    }
  }

  private Rekeyed renew(TypeFiles now, OpenedKeyring opened, List<Reader> readers)
      throws StoreException {
    Keyring next = opened.rekeyed(Keyring.newIdentity(type, readers), readers);
    return write(now, next, resealing(opened, next, false));
  }

  private Rekeyed resume(TypeFiles now, OpenedKeyring opened) throws StoreException {
    RekeyWrites writes = new RekeyWrites(now, resealing(opened, now.keyring(), false));
    writes.writeFiles();
    return writes.told(now.keyring(), false);
  }

  private Rekeyed write(TypeFiles now, Keyring next, Resealing resealing) throws StoreException {
    RekeyWrites writes = new RekeyWrites(now, resealing);
    writes.writeKeyring(next);
    writes.writeFiles();
    return writes.told(next, true);
  }

  private Resealing resealing(OpenedKeyring opened, Keyring next, boolean discards) {
    return new Resealing(opened, fresh(next), discards, progress);
  }

  private static String fresh(Keyring keyring) {
    return keyring.identities().get(0);
  }
}
