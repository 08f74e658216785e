package dev.countersign.runtime.store;

import dev.countersign.runtime.age.Fingerprint;
import dev.countersign.runtime.age.Identity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seals the values of sealed files to another key of their type. Names and versions stay. */
final class Resealing {
  private final @Nullable OpenedKeyring opened;
  private final String to;
  private final String key;
  private final boolean discards;
  private final RekeyProgress progress;
  private final List<Written> discarded = new ArrayList<>();
  private int resealed;

  /**
   * Makes a resealing.
   *
   * @param opened the keyring that opens what is there, or null if nobody can
   * @param discards whether a value that does not open is unset rather than refused
   */
  Resealing(@Nullable OpenedKeyring opened, String to, boolean discards, RekeyProgress progress) {
    this.opened = opened;
    this.to = to;
    this.key = Fingerprint.of(to);
    this.discards = discards;
    this.progress = progress;
  }

  /** Returns the file with every value sealed to the key. Writes nothing. */
  SealedFile of(SealedFile file) throws StoreException {
    List<Block> changed = new ArrayList<>();
    for (Block block : file.blocks()) {
      String armored = block.armored();
      if (armored != null && (discards || !key.equals(block.key()))) {
        add(file, block, armored, changed);
        progress.advanced(++resealed);
      }
    }
    return file.withRecipient(to, changed);
  }

  /** Returns how many values were sealed. */
  int resealed() {
    return resealed;
  }

  /** Returns what was unset because it does not open. */
  List<Written> discarded() {
    return discarded;
  }

  private void add(SealedFile file, Block block, String armored, List<Block> changed)
      throws StoreException {
    try {
      changed.add(resealed(file, block, armored));
    } catch (StoreFormatException e) {
      if (!discards) {
        throw e;
      }
      changed.add(discard(file, block));
    }
  }

  private Block resealed(SealedFile file, Block block, String armored) throws StoreException {
    byte[] value = BlockCipher.open(file, block, armored, identity(file, block));
    try {
      return BlockCipher.seal(file.environment(), block.name(), block.version(), value, to);
    } finally {
      Arrays.fill(value, (byte) 0);
    }
  }

  private Identity identity(SealedFile file, Block block) throws StoreFormatException {
    String sealedTo = block.key();
    Identity identity = opened == null || sealedTo == null ? null : opened.find(sealedTo);
    if (identity == null) {
      throw file.fault(block, block.name() + " is sealed to a key that is not in the keyring");
    }
    return identity;
  }

  private Block discard(SealedFile file, Block block) {
    int version = Math.max(block.version(), block.version() + 1); // the last one stays
    discarded.add(new Written(block.name(), file.environment(), version, true));
    return Block.unset(block.name(), version);
  }
}
