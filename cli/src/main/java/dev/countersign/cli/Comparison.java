package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.store.Block;
import dev.countersign.runtime.store.SealedFile;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds the sealed files against what they were at a revision. Versions only rise, and a block goes
 * only by leaving a tombstone, so whatever else happened was not the command's doing. Needs no key.
 */
final class Comparison {
  private final String revision;
  private final Finding.Severity keyChanges;
  private final Findings findings;

  /**
   * Makes a comparison.
   *
   * @param revision the revision, as the user wrote it
   * @param keyChanges how changes of keys and readers count
   */
  Comparison(String revision, Finding.Severity keyChanges, Findings findings) {
    this.revision = revision;
    this.keyChanges = keyChanges;
    this.findings = findings;
  }

  /** Compares one directory. */
  void compare(Snapshot before, Snapshot now) {
    for (String name : before.damaged().keySet()) {
      findings.add(
          Finding.at(
              Finding.Severity.WARNING,
              "not-compared",
              new Place(now, name).file(),
              0,
              "it could not be read at " + revision + ", and is not compared with what it was",
              "compare with a revision before that"));
    }
    for (Map.Entry<String, SealedFile> entry : before.sealed().entrySet()) {
      compare(entry.getValue(), now.sealed().get(entry.getKey()), new Place(now, entry.getKey()));
    }
    new KeyringComparison(revision, keyChanges, findings).compare(before, now);
  }

  private void compare(SealedFile before, @Nullable SealedFile now, Place place) {
    if (now == null) {
      vanished(before, place);
      return;
    }
    if (!before.to().equals(now.to())) {
      findings.add(
          Finding.at(
              keyChanges,
              "to-changed",
              now.file(),
              0,
              "since "
                  + revision
                  + " values are sealed to another key: `to` was "
                  + before.to()
                  + " and is "
                  + now.to(),
              KeyringComparison.REVIEW));
    }
    for (Block block : before.blocks()) {
      if (!now.faults().containsKey(block.name())) {
        compare(block, now.find(block.name()), now);
      }
    }
  }

  private void vanished(SealedFile before, Place place) {
    if (!place.isDamaged() && !before.blocks().isEmpty()) {
      refuse(
          "vanished",
          place.file(),
          0,
          "it is gone since " + revision + ", with " + Text.count(before.blocks().size(), "block"),
          place.file());
    }
  }

  private void compare(Block before, @Nullable Block now, SealedFile file) {
    SecretName name = before.name();
    if (now == null) {
      String fact = name + " was at version " + before.version() + " in " + revision;
      refuse("vanished", file.file(), 0, fact + " and is gone without a tombstone", file.file());
    } else if (now.version() < before.version()) {
      String fact = name + " fell from version " + before.version() + " in " + revision + " to ";
      refuse("version-fell", file.file(), now.line(), fact + now.version(), file.file());
    } else if (now.version() == before.version() && isAltered(before, now)) {
      String fact = name + " changed since " + revision + " and kept its version " + now.version();
      refuse("altered", file.file(), now.line(), fact, file.file());
    }
  }

  /** A rekey keeps the version and changes the key; only a sealed value can be sealed anew. */
  private static boolean isAltered(Block before, Block now) {
    boolean isResealed =
        before.key() != null && now.key() != null && !before.key().equals(now.key());
    return !isResealed && !Objects.equals(before.armored(), now.armored());
  }

  private void refuse(String code, String file, int line, String fact, String restored) {
    String fix =
        "git checkout " + revision + " -- " + restored + ", then make the change with secret";
    findings.add(Finding.at(Finding.Severity.REFUSED, code, file, line, fact, fix));
  }

  /** A file that may be gone. */
  record Place(Snapshot now, String name) {
    boolean isDamaged() {
      return now.damaged().containsKey(name);
    }

    String file() {
      String directory = now.directory();
      return (directory.isEmpty() ? "" : directory + "/") + "secrets/" + name;
    }
  }
}
