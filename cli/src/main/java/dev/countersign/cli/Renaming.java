package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.DeclarationsEditor;
import dev.countersign.runtime.declaration.MalformedDeclarationsException;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideEditor;
import dev.countersign.runtime.dotenv.OverrideFile;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.store.AtomicFile;
import dev.countersign.runtime.store.AtomicFiles;
import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.Rename;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreLock;
import dev.countersign.runtime.store.Written;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Renames a secret in every file of a project at once. */
final class Renaming {
  private final Workspace workspace;
  private final SecretName from;
  private final SecretName to;
  private final ReaderIdentities identities;
  private final List<String> told = new ArrayList<>();

  Renaming(Workspace workspace, SecretName from, SecretName to, ReaderIdentities identities) {
    this.workspace = workspace;
    this.from = from;
    this.to = to;
    this.identities = identities;
  }

  /** Writes, and returns what to tell of it. */
  List<String> run() throws Failure, StoreException, DotenvFormatException {
    Path root = workspace.root();
    StoreLock lock = StoreLock.acquire(root);
    try (lock;
        AtomicFiles batch = new AtomicFiles()) {
      stageDeclaration(AtomicFile.of(root.resolve(Project.FILE), Project.FILE), batch);
      Rename rename = new Rename(workspace.store(), "", identities, from, to);
      for (Written written : rename.stage(batch)) {
        tell(" for " + written.environment() + " (v" + written.version() + ")");
      }
      stageOverride(root, batch);
      batch.commit();
      return told;
    }
  }

  private void stageDeclaration(AtomicFile toml, AtomicFiles batch) throws Failure, StoreException {
    try {
      String text = DeclarationsEditor.rename(ProjectText.decode(toml.read()), from, to);
      batch.add(toml, text.getBytes(StandardCharsets.UTF_8), Destination.UNCHECKED);
      tell(" in " + Project.FILE);
    } catch (MalformedDeclarationsException e) {
      throw Workspace.malformed(e);
    }
  }

  private void stageOverride(Path root, AtomicFiles batch)
      throws StoreException, DotenvFormatException {
    if (OverrideNames.read(root).contains(from)) {
      AtomicFile file = AtomicFile.ownerOnly(root.resolve(OverrideFile.FILE), OverrideFile.FILE);
      String text = OverrideEditor.rename(ProjectText.decode(file.read()), from, to);
      batch.add(file, text.getBytes(StandardCharsets.UTF_8), Destination.UNCHECKED);
      tell(" in " + OverrideFile.FILE);
    }
  }

  private void tell(String place) {
    told.add("renamed " + from + " to " + to + place);
  }
}
