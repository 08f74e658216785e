package dev.countersign.runtime.store;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Remedy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a secret another name in every sealed file of one directory, those of environments too that
 * are declared no more. A value is sealed for its name, so that each is opened and sealed again: it
 * keeps its version, and a tombstone with the next version is left under the old name.
 */
public final class Rename {
  private final StoredFiles files;
  private final Keyrings keyrings;
  private final SecretName from;
  private final SecretName to;

  /**
   * Makes a rename. Nothing is read yet.
   *
   * @param directory the directory that holds {@code secrets/}; empty for the store's root itself
   * @param identities what opens the keyring of each type that has a value
   */
  public Rename(
      StoreDirectory store,
      String directory,
      ReaderIdentities identities,
      SecretName from,
      SecretName to) {
    this.files = new StoredFiles(store, directory);
    this.keyrings = new Keyrings(identities);
    this.from = from;
    this.to = to;
  }

  /**
   * Prepares every file that changes as part of a larger batch. The caller holds the lock and
   * commits the batch.
   *
   * @return the values under their new name
   * @throws NotAReaderException if the identities do not open some value
   */
  public List<Written> stage(AtomicFiles batch) throws StoreException {
    List<Written> written = new ArrayList<>();
    for (String name : files.sealedFileNames()) {
      AtomicFile place = files.file(name);
      byte[] bytes = place.read();
      SealedFile file = bytes == null ? null : SealedFile.parse(place.name(), bytes);
      Block block = file == null ? null : file.find(from);
      if (file != null && block != null && !block.isUnset()) {
        Block renamed = renamed(file, block);
        List<Block> changed = List.of(renamed, tombstone(file, block));
        batch.add(place, file.with(changed).encode(), new SealedFileCheck(file));
        written.add(new Written(to, file.environment(), renamed.version(), true));
      }
    }
    return written;
  }

  private Block renamed(SealedFile file, Block block) throws StoreException {
    int version = version(file, block, file.find(to));
    Keyring keyring = keyring(file);
    byte[] value = keyrings.open(keyring).reveal(file, block);
    if (value == null) {
      throw new IllegalStateException("a tombstone has no value to rename");
    }
    try {
      return BlockCipher.seal(file.environment(), to, version, value, file.to());
    } finally {
      Arrays.fill(value, (byte) 0);
    }
  }

  private Keyring keyring(SealedFile file) throws StoreException {
    AtomicFile place = files.keyring(file.environment().type());
    Keyring keyring = TypeFiles.keyring(files, place, file.environment().type());
    if (!keyring.identities().contains(file.to())) {
      throw file.unknownRecipient();
    }
    return keyring;
  }

  /** Returns the version it has, unless the new name had that or a later one before. */
  private int version(SealedFile file, Block block, @Nullable Block present) throws StoreException {
    if (present == null) {
      return block.version();
    }
    if (!present.isUnset()) {
      throw new StoreException(
          to + " has a value for " + file.environment() + " already",
          "secret unset " + Remedy.option(file.environment()) + " " + to);
    }
    return Math.max(block.version(), next(file, present));
  }

  private static Block tombstone(SealedFile file, Block block) throws StoreException {
    return Block.unset(block.name(), next(file, block));
  }

  private static int next(SealedFile file, Block block) throws StoreException {
    return Versions.next(block.name(), file.environment(), block.version());
  }
}
