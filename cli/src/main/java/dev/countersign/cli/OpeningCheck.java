package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.ValueRules;
import dev.countersign.runtime.store.Block;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.NotAReaderException;
import dev.countersign.runtime.store.OpenedKeyring;
import dev.countersign.runtime.store.SealedFile;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreFormatException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens every value that this user's identity opens, and holds it against its declaration. */
final class OpeningCheck {
  private final Declarations declarations;
  private final List<Identity> identities;
  private final Findings findings;
  private final List<String> closed = new ArrayList<>();
  private int opened;

  OpeningCheck(Declarations declarations, List<Identity> identities, Findings findings) {
    this.declarations = declarations;
    this.identities = identities;
    this.findings = findings;
  }

  /** Returns how many values were opened. */
  int opened() {
    return opened;
  }

  /** Returns the keyrings that are sealed to others. */
  List<String> closed() {
    return closed;
  }

  /** Opens what can be opened of one directory. */
  void check(Snapshot snapshot) {
    for (EnvironmentType type : EnvironmentType.values()) {
      Keyring keyring = snapshot.keyrings().get(Keyring.fileName(type));
      OpenedKeyring open = keyring == null ? null : open(keyring);
      for (SealedFile file : snapshot.sealed().values()) {
        if (open != null && file.environment().type() == type) {
          check(snapshot.directory(), file, open);
        }
      }
    }
  }

  private @Nullable OpenedKeyring open(Keyring keyring) {
    try {
      OpenedKeyring open = keyring.open(identities);
      if (!open.readersMatch()) {
        findings.add(Finding.unusable("readers-differ", open.readersFault()));
      }
      return open;
    } catch (NotAReaderException e) {
      closed.add(keyring.file());
    } catch (StoreException e) {
      findings.add(Finding.unusable("damaged", e));
    }
    return null;
  }

  private void check(String directory, SealedFile file, OpenedKeyring keyring) {
    for (Block block : file.blocks()) {
      try {
        byte[] value = keyring.reveal(file, block);
        if (value != null) {
          opened++;
          hold(directory, file, block, value);
        }
      } catch (StoreFormatException e) {
        addOnce(Finding.unusable("damaged", e));
      }
    }
  }

  /** What the index says of a block already is not said again. */
  private void addOnce(Finding finding) {
    for (Finding present : findings.all()) {
      if (finding.line() == present.line()
          && String.valueOf(finding.file()).equals(present.file())) {
        return;
      }
    }
    findings.add(finding);
  }

  private void hold(String directory, SealedFile file, Block block, byte[] value) {
    Declaration declaration = declarations.find(block.name());
    String problem =
        declaration == null || !declaration.directory().equals(directory)
            ? null // nobody reads it
            : ValueRules.problem(declaration, value);
    Arrays.fill(value, (byte) 0);
    if (problem != null) {
      findings.add(
          Finding.at(
              Finding.Severity.REFUSED,
              "value",
              file.file(),
              block.line(),
              "the value of " + block.name() + " " + problem,
              "secret set " + Targets.option(file.environment()) + " " + block.name()));
    }
  }
}
