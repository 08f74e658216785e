package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The changes of one sealed file, collected and then written together. */
final class SealedFileEdit {
  private final AtomicFile file;
  private final SealedFile sealed;
  private final List<Conflict> conflicts;
  private final Map<SecretName, Block> changed = new TreeMap<>();

  private SealedFileEdit(AtomicFile file, SealedFile sealed, List<Conflict> conflicts) {
    this.file = file;
    this.sealed = sealed;
    this.conflicts = conflicts;
  }

  /** Reads the file; a named environment that has none yet gets one, sealed to its type's key. */
  static SealedFileEdit open(StoredFiles files, Environment environment) throws StoreException {
    AtomicFile file = files.sealedFile(environment);
    Keyring keyring = keyring(files, environment);
    MergedFile unfinished = files.readUnfinished(file, environment, keyring);
    SealedFile present = present(files, file, environment, unfinished);
    SealedFile sealed =
        present == null
            ? SealedFile.create(file.name(), environment, keyring.identities().get(0))
            : present;
    if (!keyring.identities().contains(sealed.to())) {
      throw sealed.unknownRecipient();
    }
    List<Conflict> conflicts = unfinished == null ? List.of() : unfinished.conflicts();
    return new SealedFileEdit(file, sealed, conflicts);
  }

  /** Returns the key that values will be sealed to. */
  static String recipient(StoredFiles files, Environment environment) throws StoreException {
    AtomicFile file = files.sealedFile(environment);
    Keyring keyring = keyring(files, environment);
    MergedFile unfinished = files.readUnfinished(file, environment, keyring);
    SealedFile present = present(files, file, environment, unfinished);
    return present == null ? keyring.identities().get(0) : present.to();
  }

  private static @Nullable SealedFile present(
      StoredFiles files, AtomicFile file, Environment environment, @Nullable MergedFile unfinished)
      throws StoreException {
    return unfinished == null ? files.readLeniently(file, environment) : unfinished.ours();
  }

  private static Keyring keyring(StoredFiles files, Environment environment) throws StoreException {
    AtomicFile file = files.keyring(environment.type());
    Keyring keyring = files.read(file, environment.type());
    if (keyring == null) {
      throw new StoreException(
          "there is no " + file.name() + ": nobody could open what is set for " + environment,
          Mends.missing(file.name()) + ", or in a new project: secret init");
    }
    return keyring;
  }

  /** Takes one change in; a later one of the same secret counts from it. */
  Written apply(Change change) throws StoreException {
    Block present = present(change.name());
    int version = version(change.name(), present);
    change.requireExpected(version);
    byte[] value = change.value();
    if (value == null && isAbsent(present) && conflict(change.name()) == null) {
      return new Written(change.name(), change.environment(), version, false);
    }
    Block block =
        value == null
            ? Block.unset(change.name(), next(change, version))
            : seal(change, value, next(change, version));
    changed.put(block.name(), block);
    return new Written(change.name(), change.environment(), block.version(), true);
  }

  /** Prepares the file in a batch, if anything in it changes. */
  void stage(AtomicFiles batch) throws StoreException {
    if (changed.isEmpty()) {
      return;
    }
    for (Conflict conflict : conflicts) {
      if (!changed.containsKey(conflict.name())) {
        throw unsettled(conflict);
      }
    }
    sealed.requireSoundBut(changed.keySet());
    byte[] content = sealed.with(changed.values()).encode();
    if (content.length > StoreText.MAX_FILE_BYTES) {
      throw new StoreException(
          file.name() + " would be larger than 64 MiB",
          "unset what is not needed, or keep large data elsewhere and seal a key to it");
    }
    batch.add(file, content, new SealedFileCheck(sealed));
  }

  private boolean isAbsent(@Nullable Block present) {
    return present == null || (present.isUnset() && sealed.damaged(present.name()) == null);
  }

  private @Nullable Block present(SecretName name) throws StoreException {
    Block block = changed.get(name);
    if (block != null) {
      return block;
    }
    DamagedBlock damaged = sealed.damaged(name);
    return damaged == null ? sealed.find(name) : replaceable(name, damaged);
  }

  /** Returns what a damaged block counts as: something of its version that holds no value. */
  private static Block replaceable(SecretName name, DamagedBlock damaged) throws StoreException {
    if (damaged.version() == 0) {
      throw damaged.fault();
    }
    return Block.unset(name, damaged.version());
  }

  /** Returns the conflict of a secret that both sides of a merge changed, until it is set again. */
  private @Nullable Conflict conflict(SecretName name) {
    for (Conflict conflict : conflicts) {
      if (conflict.name().equals(name) && !changed.containsKey(name)) {
        return conflict;
      }
    }
    return null;
  }

  private int version(SecretName name, @Nullable Block present) {
    Conflict conflict = conflict(name);
    if (conflict != null) {
      return conflict.version();
    }
    return present == null ? 0 : present.version();
  }

  private StoreException unsettled(Conflict conflict) {
    return new StoreException(
        file.name()
            + ": a merge is unfinished: "
            + conflict.name()
            + " was changed on both sides: "
            + conflict.sides(),
        "secret resolve " + conflict.name() + " --ours, or --theirs, or set it again first");
  }

  private Block seal(Change change, byte[] value, int version) throws StoreException {
    if (value.length > ValueFrame.MAX_VALUE_BYTES) {
      throw new StoreException(
          "the value of " + change.name() + " is " + value.length + " bytes, more than 1 MiB",
          "keep large data elsewhere and seal the key to it");
    }
    return BlockCipher.seal(change.environment(), change.name(), version, value, sealed.to());
  }

  private static int next(Change change, int version) throws StoreException {
    int next = Versions.next(change.name(), change.environment(), version);
    return Math.max(next, change.minVersion());
  }
}
