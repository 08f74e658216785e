package dev.countersign.runtime.store;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Age;
import dev.countersign.runtime.age.AgeFormatException;
import dev.countersign.runtime.age.Armor;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.age.Recipient;
import dev.countersign.runtime.age.Recipients;
import dev.countersign.runtime.age.WrongIdentityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Seals identities to readers, and opens them again. Plaintext is wiped after use. */
final class KeyringSealer {
  private KeyringSealer() {}

  static Keyring seal(
      String file,
      String lineEnd,
      List<String> comments,
      EnvironmentType type,
      List<Identity> identities,
      List<Reader> readers)
      throws StoreException {
    List<Recipient> recipients = recipients(type, readers);
    byte[] plaintext = new KeyringPlaintext(type, identities, readers).encode();
    try {
      String armored = Armor.encode(Age.encrypt(plaintext, recipients));
      List<String> publicHalves = KeyringPlaintext.publicHalves(identities);
      return new Keyring(file, lineEnd, comments, type, publicHalves, readers, armored);
    } finally {
      Arrays.fill(plaintext, (byte) 0);
    }
  }

  static OpenedKeyring open(Keyring keyring, String armored, List<Identity> readerIdentities)
      throws StoreFormatException, AgeFormatException, WrongIdentityException {
    byte[] plaintext = Age.decrypt(Armor.decode(armored), readerIdentities);
    try {
      return new OpenedKeyring(keyring, KeyringPlaintext.parse(plaintext, keyring));
    } finally {
      Arrays.fill(plaintext, (byte) 0);
    }
  }

  /** Returns the readers' keys: at least one, and all of one kind. */
  static List<Recipient> recipients(EnvironmentType type, List<Reader> readers)
      throws StoreException {
    List<Recipient> recipients = new ArrayList<>(readers.size());
    for (Reader reader : readers) {
      Recipient recipient = recipient(type, reader);
      if (!recipients.isEmpty() && recipients.get(0).isPostQuantum() != recipient.isPostQuantum()) {
        throw mixed(type, reader, recipient);
      }
      recipients.add(recipient);
    }
    if (recipients.isEmpty()) {
      throw new StoreException("type " + type + " has no reader", "secret init");
    }
    return recipients;
  }

  private static Recipient recipient(EnvironmentType type, Reader reader) throws StoreException {
    if (!Reader.isValidName(reader.name())) {
      throw new StoreException("not a reader's name", "pass a name of " + Reader.NAME_RULE);
    }
    try {
      return Recipients.parse(reader.recipient());
    } catch (AgeFormatException e) {
      throw new StoreException(
          "the key of reader " + reader.name() + " is no age recipient: " + e.getMessage(),
          "secret reader add " + reader.name() + " age1… --type " + type);
    }
  }

  private static StoreException mixed(EnvironmentType type, Reader reader, Recipient recipient) {
    String option = recipient.isPostQuantum() ? "" : " --post-quantum";
    return new StoreException(
        "the key of reader "
            + reader.name()
            + " is not of the kind of type "
            + type
            + "'s other readers: post-quantum and classic keys cannot share a keyring",
        "ask " + reader.name() + " for another key: secret identity new" + option + " --file FILE");
  }
}
