package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import java.util.List;

/** Makes a type's key pair, keyring and empty sealed file, as far as they are not there. */
final class TypeCreation {
  private final StoredFiles files;
  private final EnvironmentType type;

  TypeCreation(StoredFiles files, EnvironmentType type) {
    this.files = files;
    this.type = type;
  }

  /** Prepares what is missing in a batch, and says whether there was anything. */
  boolean stage(List<Reader> readers, AtomicFiles batch) throws StoreException {
    Environment environment = Environment.of(type);
    AtomicFile keyringFile = files.keyring(type);
    AtomicFile sealedFile = files.sealedFile(environment);
    Keyring keyring = files.read(keyringFile, type);
    boolean sealed = files.read(sealedFile, environment) != null;
    if (keyring == null) {
      requireNew(sealed, sealedFile, keyringFile);
      keyring = Keyring.create(keyringFile.name(), type, readers);
      batch.add(keyringFile, keyring.encode(), new KeyringCheck(keyring));
    } else if (sealed) {
      return false;
    }
    SealedFile empty =
        SealedFile.create(sealedFile.name(), environment, keyring.identities().get(0));
    batch.add(sealedFile, empty.encode(), new SealedFileCheck(empty));
    return true;
  }

  /** A new key pair beside values that only a lost one opens would hide the loss. */
  private static void requireNew(boolean sealed, AtomicFile sealedFile, AtomicFile keyringFile)
      throws StoreException {
    if (sealed) {
      throw new StoreException(
          "there is no "
              + keyringFile.name()
              + ", without which "
              + sealedFile.name()
              + " cannot be opened",
          Mends.missing(keyringFile.name()));
    }
  }
}
