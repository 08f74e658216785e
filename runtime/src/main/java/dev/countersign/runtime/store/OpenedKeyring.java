package dev.countersign.runtime.store;

import dev.countersign.runtime.age.Identity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A keyring with the identities of its type, which open every value of the type. */
public final class OpenedKeyring {
  private final Keyring keyring;
  private final KeyringPlaintext plaintext;
  private final List<String> fingerprints;

  OpenedKeyring(Keyring keyring, KeyringPlaintext plaintext) {
    this.keyring = keyring;
    this.plaintext = plaintext;
    this.fingerprints = keyring.fingerprints();
  }

  /** Returns the type's identities, the newest first. */
  public List<Identity> identities() {
    return plaintext.identities();
  }

  /**
   * Says whether the clear lines name the readers that it was sealed for. They differ after a slip
   * in a merge, or when someone without a key changed a line; values can still be opened.
   */
  public boolean readersMatch() {
    return plaintext.readers().equals(keyring.readers());
  }

  /**
   * Returns the keyring sealed to one reader more. The types' values stay as they are.
   *
   * @throws StoreException if the key or the name is a reader's already, or does not fit the others
   */
  public Keyring add(Reader reader) throws StoreException {
    requireMatchingReaders();
    for (Reader present : keyring.readers()) {
      requireOther(reader, present);
    }
    List<Reader> readers = new ArrayList<>(keyring.readers());
    readers.add(reader);
    return keyring.reseal(identities(), readers);
  }

  /**
   * Returns the keyring sealed to all readers but one. The type's key stays, and whoever kept it
   * opens with it what is sealed to it from now on, too.
   *
   * @throws StoreException if there is no such reader, or no other
   */
  public Keyring without(String name) throws StoreException {
    return keyring.reseal(identities(), readersWithout(name));
  }

  /** Returns the readers but one. */
  List<Reader> readersWithout(String name) throws StoreException {
    requireMatchingReaders();
    List<Reader> readers = new ArrayList<>();
    for (Reader reader : keyring.readers()) {
      if (!reader.name().equals(name)) {
        readers.add(reader);
      }
    }
    if (readers.size() == keyring.readers().size()) {
      throw new StoreException(
          name + " is no reader of type " + keyring.type(),
          "secret reader list --type " + keyring.type());
    }
    if (readers.isEmpty()) {
      throw new StoreException(
          name + " is the last reader of type " + keyring.type() + ": nobody could open it",
          "add another first: secret reader add NAME age1… --type " + keyring.type());
    }
    return readers;
  }

  /** Returns the keyring with a newer identity before those it has, sealed to some readers. */
  Keyring rekeyed(Identity newest, List<Reader> readers) throws StoreException {
    requireMatchingReaders();
    List<Identity> identities = new ArrayList<>();
    identities.add(newest);
    identities.addAll(identities());
    return keyring.reseal(identities, readers);
  }

  /** Returns the keyring with its newest identity alone. */
  Keyring finished() throws StoreException {
    requireMatchingReaders();
    return keyring.reseal(List.of(identities().get(0)), keyring.readers());
  }

  Keyring keyring() {
    return keyring;
  }

  /**
   * Opens a sealed block of the type. The caller wipes the value. To audit disclosure, list the
   * callers of this method.
   *
   * @return the value, or null if the block is a tombstone
   * @throws StoreFormatException if the block is damaged, was moved there from another place, or is
   *     sealed to a key that is not in the keyring
   */
  public byte @Nullable [] reveal(SealedFile file, Block block) throws StoreFormatException {
    String armored = block.armored();
    if (armored == null) {
      return null;
    }
    Identity identity = block.key() == null ? null : find(block.key());
    if (identity == null) {
      throw file.fault(block, block.name() + " is sealed to a key that is not in the keyring");
    }
    return BlockCipher.open(file, block, armored, identity);
  }

  /** Says whether this was opened from a keyring that reads the same. */
  boolean isOf(Keyring other) {
    return keyring == other || Arrays.equals(keyring.encode(), other.encode());
  }

  /** Returns the identity that a fingerprint stands for, or null if it is none of these. */
  @Nullable Identity find(String fingerprint) {
    int place = fingerprints.indexOf(fingerprint);
    return place < 0 ? null : identities().get(place);
  }

  private void requireOther(Reader reader, Reader present) throws StoreException {
    if (present.recipient().equals(reader.recipient())) {
      throw new StoreException(
          "this key is a reader of type " + keyring.type() + " already: " + present.name(),
          "secret reader list --type " + keyring.type());
    }
    if (present.name().equals(reader.name())) {
      throw new StoreException(
          "type " + keyring.type() + " has a reader " + reader.name() + " with another key",
          "choose another name, or: secret reader remove " + reader.name());
    }
  }

  private void requireMatchingReaders() throws StoreException {
    if (!readersMatch()) {
      throw readersFault();
    }
  }

  /** Returns what is to be said where {@link #readersMatch} says no. */
  public StoreFormatException readersFault() {
    String file = keyring.file();
    return keyring
        .fault("its `reader` lines are not those that it is sealed to, as after a slip in a merge")
        .mendedBy(
            "git diff -- "
                + file
                + ", or once committed git log -p -- "
                + file
                + "   (put its lines back as they were; then secret reader add whom it lacks)");
  }
}
