package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import java.util.ArrayList;
import java.util.List;

/**
 * All that one type's key concerns, as it is on disk: the keyring and every sealed file of the
 * type, those of environments too that are declared no more. Read strictly, under the lock.
 */
final class TypeFiles {
  private final AtomicFile keyringFile;
  private final Keyring keyring;
  private final List<Placed> sealed;

  private TypeFiles(AtomicFile keyringFile, Keyring keyring, List<Placed> sealed) {
    this.keyringFile = keyringFile;
    this.keyring = keyring;
    this.sealed = sealed;
  }

  static TypeFiles read(StoredFiles files, EnvironmentType type) throws StoreException {
    AtomicFile keyringFile = files.keyring(type);
    Keyring keyring = keyring(files, keyringFile, type);
    return new TypeFiles(keyringFile, keyring, sealedFiles(files, type));
  }

  /** Reads the keyring that is at a place, which there must be. */
  static Keyring keyring(StoredFiles files, AtomicFile place, EnvironmentType type)
      throws StoreException {
    Keyring keyring = files.read(place, type);
    if (keyring == null) {
      throw new StoreException(
          "there is no " + place.name(),
          Mends.missing(place.name()) + ", or in a new project: secret init");
    }
    return keyring;
  }

  private static List<Placed> sealedFiles(StoredFiles files, EnvironmentType type)
      throws StoreException {
    List<Placed> all = new ArrayList<>();
    for (String name : files.sealedFileNames()) {
      AtomicFile place = files.file(name);
      byte[] bytes = place.read();
      SealedFile file = bytes == null ? null : SealedFile.parse(place.name(), bytes);
      if (file != null && file.environment().type() == type) {
        file.requireEnvironment(environment(type, name));
        all.add(new Placed(place, file));
      }
    }
    return all;
  }

  private static Environment environment(EnvironmentType type, String fileName) {
    String id = fileName.substring(0, fileName.length() - SealedFile.SUFFIX.length());
    return id.equals(type.id()) ? Environment.of(type) : new Environment(type, id);
  }

  AtomicFile keyringFile() {
    return keyringFile;
  }

  Keyring keyring() {
    return keyring;
  }

  List<Placed> sealed() {
    return sealed;
  }

  /** Says whether a file is not sealed to the newest identity: a rekey was interrupted. */
  boolean isUnfinished() {
    for (Placed file : sealed) {
      if (!file.sealed().to().equals(keyring.identities().get(0))) {
        return true;
      }
    }
    return false;
  }

  /** A sealed file as it was read, and where it was. */
  record Placed(AtomicFile place, SealedFile sealed) {}
}
