package dev.countersign.runtime.store;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.AgeFormatException;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What is sealed in a keyring: an age identity file whose first comments repeat the clear lines, so
 * that nobody without the type's identity can change them unseen.
 */
final class KeyringPlaintext {
  private static final String MAGIC = "# countersign-keyring/1 ";
  private static final String IDENTITY = "# identity ";
  private static final String READER = "# reader ";

  private final EnvironmentType type;
  private final List<Identity> identities;
  private final List<Reader> readers;

  KeyringPlaintext(EnvironmentType type, List<Identity> identities, List<Reader> readers) {
    this.type = type;
    this.identities = List.copyOf(identities);
    this.readers = List.copyOf(readers);
  }

  List<Identity> identities() {
    return identities;
  }

  List<Reader> readers() {
    return readers;
  }

  static List<String> publicHalves(List<Identity> identities) {
    List<String> publicHalves = new ArrayList<>(identities.size());
    for (Identity identity : identities) {
      publicHalves.add(identity.recipient().toString());
    }
    return publicHalves;
  }

  byte[] encode() {
    StringBuilder out = new StringBuilder();
    out.append(MAGIC).append(type.id()).append('\n');
    for (String publicHalf : publicHalves(identities)) {
      out.append(IDENTITY).append(publicHalf).append('\n');
    }
    for (Reader reader : readers) {
      out.append(READER).append(reader.recipient()).append(' ').append(reader.name()).append('\n');
    }
    for (Identity identity : identities) {
      out.append(identity.encoded()).append('\n');
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads a plaintext and holds its type and identities against the keyring's clear lines. */
  static KeyringPlaintext parse(byte[] plaintext, Keyring keyring) throws StoreFormatException {
    String text = new String(plaintext, StandardCharsets.UTF_8);
    checkType(text, keyring);
    List<Identity> identities = identities(text, keyring);
    if (!listed(text, IDENTITY).equals(keyring.identities())
        || !publicHalves(identities).equals(keyring.identities())) {
      throw keyring.fault("its `identity` lines are not those that are sealed in it");
    }
    return new KeyringPlaintext(keyring.type(), identities, readers(text));
  }

  private static void checkType(String text, Keyring keyring) throws StoreFormatException {
    String expected = MAGIC + keyring.type().id();
    if (text.startsWith(expected + "\n")) {
      return;
    }
    for (EnvironmentType other : EnvironmentType.values()) {
      if (text.startsWith(MAGIC + other.id() + "\n")) {
        throw keyring.fault("it is the keyring of type " + other + " under another name");
      }
    }
    throw keyring.fault("what is sealed in it does not begin with `" + expected + "`");
  }

  private static List<Identity> identities(String text, Keyring keyring)
      throws StoreFormatException {
    try {
      return Identities.parseFile(text);
    } catch (AgeFormatException e) {
      throw keyring.fault("what is sealed in it is no identity file: " + e.getMessage());
    }
  }

  private static List<Reader> readers(String text) {
    List<Reader> readers = new ArrayList<>();
    for (String reader : listed(text, READER)) {
      int space = reader.indexOf(' ');
      readers.add(
          space < 0
              ? new Reader("", reader)
              : new Reader(reader.substring(space + 1), reader.substring(0, space)));
    }
    return readers;
  }

  /** Returns what follows a prefix, of each line that has it. */
  private static List<String> listed(String text, String prefix) {
    List<String> listed = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      if (text.startsWith(prefix, start)) {
        listed.add(text.substring(start + prefix.length(), end));
      }
      start = end + 1;
    }
    return listed;
  }
}
