package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.NotAReaderException;
import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.StoreException;
import java.util.ArrayList;
import java.util.List;

/** What {@code secret verify} finds in the store, and which types this identity opens. */
final class StoreExamination implements Examination {
  private final Workspace workspace;
  private final ReaderIdentities identities;

  StoreExamination(Workspace workspace, ReaderIdentities identities) {
    this.workspace = workspace;
    this.identities = identities;
  }

  @Override
  public void look(Diagnosis diagnosis) {
    List<Snapshot> snapshots = new ArrayList<>();
    for (String directory : workspace.declarations().directories()) {
      snapshots.add(Snapshot.now(workspace.store(), directory));
    }
    new StoreCheck(workspace, diagnosis.findings()).check(snapshots);
    lookForKeyrings(snapshots.get(0), diagnosis);
    try {
      open(snapshots, identities.identities(), diagnosis);
    } catch (StoreException e) {
      // the examination of the identity tells it
    }
  }

  private static void lookForKeyrings(Snapshot own, Diagnosis diagnosis) {
    for (EnvironmentType type : EnvironmentType.values()) {
      String name = Keyring.fileName(type);
      if (!own.keyrings().containsKey(name) && !own.damaged().containsKey(name)) {
        String fact = "there is no secrets/" + name + ": nothing can be set for " + type;
        diagnosis.warn("keyring", fact, "secret init");
      }
    }
  }

  private void open(List<Snapshot> snapshots, List<Identity> readers, Diagnosis diagnosis) {
    OpeningCheck check = new OpeningCheck(workspace.declarations(), readers, diagnosis.findings());
    List<String> opened = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      check.check(snapshot);
      for (Keyring keyring : snapshot.keyrings().values()) {
        if (!check.closed().contains(keyring.file())) {
          opened.add(keyring.file());
        } else if (keyring.type() == EnvironmentType.LOCAL) {
          warnOfClosed(keyring, readers, diagnosis);
        }
      }
    }
    diagnosis.well(
        opened.isEmpty()
            ? "no keyring is sealed to this identity"
            : "it opens " + String.join(", ", opened) + ": " + Text.count(check.opened(), "value"));
    if (!check.closed().isEmpty()) {
      diagnosis.well("sealed to others: " + String.join(", ", check.closed()));
    }
  }

  /** Whoever works on a project is to open what is for every developer's machine. */
  private static void warnOfClosed(Keyring keyring, List<Identity> readers, Diagnosis diagnosis) {
    try {
      keyring.open(readers);
    } catch (NotAReaderException e) {
      diagnosis.warn("not-a-reader", e.fact(), e.fix());
    } catch (StoreException e) {
      // told as damage
    }
  }
}
