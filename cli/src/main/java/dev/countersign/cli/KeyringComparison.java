package dev.countersign.cli;

import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds the keyrings against what they were at a revision: who can read what. Needs no key. */
final class KeyringComparison {
  static final String REVIEW =
      "confirm it with whoever made the change, then pass --accept-keys; else: git revert";

  private final String revision;
  private final Finding.Severity severity;
  private final Findings findings;

  KeyringComparison(String revision, Finding.Severity severity, Findings findings) {
    this.revision = revision;
    this.severity = severity;
    this.findings = findings;
  }

  /** Compares one directory. */
  void compare(Snapshot before, Snapshot now) {
    for (Map.Entry<String, Keyring> entry : before.keyrings().entrySet()) {
      Keyring keyring = now.keyrings().get(entry.getKey());
      Comparison.Place place = new Comparison.Place(now, entry.getKey());
      if (keyring != null) {
        compare(entry.getValue(), keyring);
      } else if (!place.isDamaged()) {
        add("vanished", place.file(), "it is gone since " + revision);
      }
    }
  }

  private void compare(Keyring before, Keyring now) {
    boolean isSame = before.identities().equals(now.identities());
    if (!isSame) {
      String was = String.join(", ", before.identities());
      String fact = "its identities changed since " + revision + ": they were " + was;
      add("identity-changed", now.file(), fact + " and are " + String.join(", ", now.identities()));
    }
    for (Reader reader : lacking(now.readers(), before.readers())) {
      add("readers-changed", now.file(), label(reader) + " became a reader since " + revision);
    }
    for (Reader reader : lacking(before.readers(), now.readers())) {
      add("readers-changed", now.file(), label(reader) + " is no reader since " + revision);
    }
    if (isSame
        && before.readers().equals(now.readers())
        && !before.armored().equals(now.armored())) {
      String fact = "it was sealed anew since " + revision + ", and none of its lines tells why";
      add("keyring-changed", now.file(), fact);
    }
  }

  private static List<Reader> lacking(List<Reader> all, List<Reader> some) {
    List<Reader> lacking = new ArrayList<>(all);
    lacking.removeAll(some);
    return lacking;
  }

  private static String label(Reader reader) {
    return reader.name() + " (" + reader.recipient() + ")";
  }

  private void add(String code, String file, String fact) {
    findings.add(Finding.at(severity, code, file, 0, fact, REVIEW));
  }
}
