package dev.countersign.runtime.store;

import dev.countersign.runtime.SecretName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of one sealed file without a key: its blocks, and everything wrong with it. */
final class IndexedFile {
  static final IndexedFile ABSENT = new IndexedFile(null, null, null);

  private final @Nullable SealedFile file;
  private final @Nullable StoreException damage;
  private final @Nullable Keyring keyring;
  private final Map<SecretName, StoreException> faults = new LinkedHashMap<>();
  private final List<Straggler> stragglers = new ArrayList<>();

  private IndexedFile(
      @Nullable SealedFile file, @Nullable StoreException damage, @Nullable Keyring keyring) {
    this.file = file;
    this.damage = damage;
    this.keyring = keyring;
    if (file != null) {
      faults.putAll(file.faults());
    }
  }

  /** Returns a file of which nothing can be said but what is wrong. */
  static IndexedFile damaged(StoreException damage) {
    return new IndexedFile(null, damage, null);
  }

  /** Returns a file whose blocks cannot be opened, because of its keyring. */
  static IndexedFile withoutKeyring(SealedFile file, StoreException damage) {
    return new IndexedFile(file, damage, null);
  }

  static IndexedFile of(SealedFile file, Keyring keyring) {
    IndexedFile indexed = new IndexedFile(file, null, keyring);
    indexed.checkKeys(file, keyring.fingerprints());
    return indexed;
  }

  @Nullable SealedFile file() {
    return file;
  }

  @Nullable Keyring keyring() {
    return keyring;
  }

  Map<SecretName, StoreException> faults() {
    return faults;
  }

  List<Straggler> stragglers() {
    return stragglers;
  }

  /** Returns the names of all blocks, the damaged ones too. */
  Set<SecretName> names() throws StoreException {
    if (file == null && damage != null) {
      throw damage;
    }
    Set<SecretName> names = new TreeSet<>(faults.keySet());
    for (Block block : blocks()) {
      names.add(block.name());
    }
    return names;
  }

  /** Returns the block of a secret, which may be a tombstone, or null if there is none. */
  @Nullable Block block(SecretName name) throws StoreException {
    StoreException damage = damage(name);
    if (damage != null) {
      throw damage;
    }
    return file == null ? null : file.find(name);
  }

  List<Block> blocks() {
    return file == null ? List.of() : file.blocks();
  }

  /** Returns why a secret cannot be read from this file, or null if nothing stands in the way. */
  @Nullable StoreException damage(SecretName name) {
    StoreException fault = faults.get(name);
    return fault != null || (file != null && !holds(name)) ? fault : damage;
  }

  /** Says whether a value is there; a tombstone is none. */
  boolean holds(SecretName name) {
    return version(name) > 0;
  }

  /** Returns the version of the value that is there, or 0. */
  int version(SecretName name) {
    Block block = file == null ? null : file.find(name);
    return block == null || block.isUnset() ? 0 : block.version();
  }

  private void checkKeys(SealedFile file, List<String> known) {
    for (Block block : file.blocks()) {
      if (block.key() == null) {
        continue;
      }
      if (!known.contains(block.key())) {
        faults.put(block.name(), unknownKey(file, block));
      } else if (!block.key().equals(known.get(0))) {
        stragglers.add(new Straggler(block.name(), file.environment(), file.file(), block.key()));
      }
    }
  }

  private static StoreFormatException unknownKey(SealedFile file, Block block) {
    return file.fault(
        block,
        block.name()
            + " is sealed to key "
            + block.key()
            + ", which is no identity of type "
            + file.environment().type()
            + "'s keyring");
  }
}
