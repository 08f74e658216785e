package dev.countersign.runtime.store;

import dev.countersign.runtime.age.AgeFormatException;
import dev.countersign.runtime.age.Recipients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The readers of a type that becomes post-quantum: each has a post-quantum key, or is named. */
final class PostQuantumReaders {
  private final Keyring keyring;
  private final Map<String, String> keys;

  PostQuantumReaders(Keyring keyring, Map<String, String> keys) {
    this.keyring = keyring;
    this.keys = keys;
  }

  List<Reader> readers() throws StoreException {
    requireKnown();
    List<Reader> readers = new ArrayList<>();
    List<Reader> classic = new ArrayList<>();
    for (Reader present : keyring.readers()) {
      String name = present.name();
      Reader reader = new Reader(name, keys.getOrDefault(name, present.recipient()));
      readers.add(reader);
      if (!isPostQuantum(reader)) {
        classic.add(reader);
      }
    }
    if (!classic.isEmpty()) {
      throw classic(classic);
    }
    return readers;
  }

  private void requireKnown() throws StoreException {
    for (String name : keys.keySet()) {
      if (keyring.find(name) == null) {
        throw new StoreException(
            name + " is no reader of type " + keyring.type(),
            "secret reader list --type " + keyring.type());
      }
    }
  }

  private boolean isPostQuantum(Reader reader) throws StoreException {
    try {
      return Recipients.parse(reader.recipient()).isPostQuantum();
    } catch (AgeFormatException e) {
      throw new StoreException(
          "the key given for " + reader.name() + " is no age recipient: " + e.getMessage(),
          "give what secret identity show prints for them: age1pq1…");
    }
  }

  private StoreException classic(List<Reader> classic) {
    StringBuilder names = new StringBuilder();
    StringBuilder fix = new StringBuilder("each of them runs: secret identity new --post-quantum");
    fix.append("\n  then: secret rekey --type ").append(keyring.type()).append(" --post-quantum");
    for (Reader reader : classic) {
      names.append(names.length() == 0 ? "" : ", ").append(reader.name());
      fix.append(" --reader ").append(reader.shellName()).append("=age1pq1…");
    }
    return new StoreException(
        "type "
            + keyring.type()
            + " has readers with a classic key, which would make a post-quantum one worthless: "
            + names,
        fix.toString());
  }
}
