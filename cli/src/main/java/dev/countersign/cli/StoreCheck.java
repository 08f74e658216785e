package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.store.Block;
import dev.countersign.runtime.store.Damage;
import dev.countersign.runtime.store.Invocation;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.Presence;
import dev.countersign.runtime.store.SealedFile;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreIndex;
import dev.countersign.runtime.store.Straggler;
import java.util.List;
import java.util.Map;

/** Holds the store against its own rules and against the declarations. Needs no key. */
final class StoreCheck {
  private static final String ROOT = "";

  private final Workspace workspace;
  private final StoreIndex index;
  private final Findings findings;

  StoreCheck(Workspace workspace, Findings findings) {
    this.workspace = workspace;
    this.index = workspace.index();
    this.findings = findings;
  }

  /** Looks at all that was read of every directory. */
  void check(List<Snapshot> snapshots) {
    for (Damage damage : index.damages()) {
      findings.add(Finding.unusable("damaged", damage.cause()));
    }
    for (Straggler straggler : index.stragglers()) {
      warn(straggler);
    }
    for (Snapshot snapshot : snapshots) {
      readers(snapshot);
      undeclaredEnvironments(snapshot);
      undeclaredBlocks(snapshot);
    }
    for (Declaration declaration : workspace.declarations().secrets().values()) {
      outdated(declaration);
    }
  }

  private void warn(Straggler straggler) {
    EnvironmentType type = straggler.environment().type();
    add(
        "straggler",
        straggler.name()
            + " of "
            + straggler.environment()
            + " is sealed to key "
            + straggler.key()
            + ", an older one of type "
            + type,
        Invocation.forFile(straggler.file()) + " rekey --finish --type " + type);
  }

  private void readers(Snapshot snapshot) {
    for (Keyring keyring : snapshot.keyrings().values()) {
      if (keyring.readers().size() == 1 && snapshot.holdsValues(keyring.type())) {
        add(
            "single-reader",
            keyring.file()
                + ": "
                + keyring.readers().get(0).name()
                + " alone can open type "
                + keyring.type()
                + ": with that key its values would be lost",
            Invocation.forFile(keyring.file()) + " reader add NAME age1… --type " + keyring.type());
      }
    }
  }

  private void undeclaredEnvironments(Snapshot snapshot) {
    if (!snapshot.directory().equals(ROOT)) {
      return; // an extended directory has environments of its own
    }
    for (Map.Entry<String, SealedFile> entry : snapshot.sealed().entrySet()) {
      if (!isDeclared(entry.getKey(), SealedFile.SUFFIX)) {
        SealedFile file = entry.getValue();
        String id = stem(entry.getKey(), SealedFile.SUFFIX);
        String fix = "declare it in [environments] of secrets.toml: " + id + " = ";
        add(
            "undeclared",
            file.file()
                + ": no environment "
                + id
                + " is declared here, so that no project reads it but one that extends this"
                + " directory and declares it",
            fix
                + "\""
                + file.environment().type()
                + "\", or if there is none: git rm "
                + file.file());
      }
    }
    for (Map.Entry<String, StoreException> entry : snapshot.damaged().entrySet()) {
      if (!isDeclared(entry.getKey(), SealedFile.SUFFIX)
          && !isDeclared(entry.getKey(), Keyring.SUFFIX)) {
        findings.add(Finding.unusable("damaged", entry.getValue()));
      }
    }
  }

  private boolean isDeclared(String fileName, String suffix) {
    if (!fileName.endsWith(suffix)) {
      return false;
    }
    String id = stem(fileName, suffix);
    Environment environment = workspace.declarations().environment(id);
    return environment != null && environment.id().equals(id);
  }

  private static String stem(String fileName, String suffix) {
    return fileName.substring(0, fileName.length() - suffix.length());
  }

  private void undeclaredBlocks(Snapshot snapshot) {
    if (!snapshot.directory().equals(ROOT)) {
      return; // what it holds besides is for others that extend it
    }
    for (SealedFile file : snapshot.sealed().values()) {
      for (Block block : file.blocks()) {
        if (!block.isUnset()) {
          undeclared(file, block);
        }
      }
    }
  }

  private void undeclared(SealedFile file, Block block) {
    SecretName name = block.name();
    Declaration declaration = workspace.declarations().find(name);
    String unset = "secret unset " + Targets.option(file.environment()) + " " + name;
    if (declaration == null) {
      String fact = name + " is not declared, so nothing uses it";
      add("undeclared", file, block, fact, "secret declare " + name + ", or: " + unset);
    } else if (!declaration.directory().equals(ROOT)) {
      String fact =
          name + " is declared in " + declaration.directory() + ", so this block is never read";
      add("duplicate", file, block, fact, "declare it here too, or remove this block");
    }
  }

  private void outdated(Declaration declaration) {
    for (Environment environment : Targets.everywhere(workspace.declarations())) {
      if (isOutdated(declaration, environment)) {
        String fact =
            declaration.name() + " of " + environment + " is below its declared min-version";
        String fix = Remedy.missing(declaration, environment);
        findings.add(new Finding(Finding.Severity.REFUSED, "outdated", fact, fix, null, 0));
      }
    }
  }

  /** What a named environment takes from its type is the type's to mend. */
  private boolean isOutdated(Declaration declaration, Environment environment) {
    return environment.equals(index.holder(declaration.name(), environment))
        && Presence.of(declaration, environment, index, false) == Presence.OUTDATED;
  }

  private void add(String code, SealedFile file, Block block, String fact, String fix) {
    findings.add(Finding.at(Finding.Severity.WARNING, code, file.file(), block.line(), fact, fix));
  }

  private void add(String code, String fact, String fix) {
    findings.add(new Finding(Finding.Severity.WARNING, code, fact, fix, null, 0));
  }
}
