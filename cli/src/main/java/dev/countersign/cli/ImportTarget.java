package dev.countersign.cli;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.store.AtomicFile;
import dev.countersign.runtime.store.AtomicFiles;
import dev.countersign.runtime.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;

/** Where imported values go. Everything is written, or nothing is. */
abstract class ImportTarget {
  private final Workspace workspace;

  ImportTarget(Workspace workspace) {
    this.workspace = workspace;
  }

  final Workspace workspace() {
    return workspace;
  }

  /** Returns what comes of each secret. Writes nothing. */
  abstract List<ImportChange> plan(Collection<ImportedSecret> secrets)
      throws Failure, StoreException, DotenvFormatException;

  /** Prepares every file but secrets.toml, and returns what to tell when they are in place. */
  abstract List<String> stage(List<ImportChange> changes, AtomicFiles batch)
      throws Failure, StoreException, DotenvFormatException;

  /** Makes the changes, with the declarations that they need, and returns what to tell of them. */
  final List<String> write(List<ImportChange> changes)
      throws Failure, StoreException, DotenvFormatException {
    try (StoreLocks locks = new StoreLocks();
        AtomicFiles batch = new AtomicFiles()) {
      locks.acquire(workspace.root(), directories(changes));
      List<String> told = declare(changes, batch);
      told.addAll(stage(changes, batch));
      batch.commit();
      return told;
    }
  }

  private static Collection<String> directories(List<ImportChange> changes) {
    Collection<String> directories = new HashSet<>();
    directories.add(""); // for secrets.toml and .secrets.local
    for (ImportChange change : changes) {
      directories.add(change.secret().declaration().directory());
    }
    return directories;
  }

  private List<String> declare(List<ImportChange> changes, AtomicFiles batch)
      throws Failure, StoreException {
    List<String> told = new ArrayList<>();
    Collection<Declaration> declarations = declarations(changes);
    if (!declarations.isEmpty()) {
      AtomicFile toml = AtomicFile.of(workspace.root().resolve(Project.FILE), Project.FILE);
      String text = NewDeclaration.insert(declarations, ProjectText.decode(toml.read()));
      batch.add(toml, text.getBytes(StandardCharsets.UTF_8), Destination.UNCHECKED);
      for (Declaration declaration : declarations) {
        told.add(NewDeclaration.told(declaration));
      }
    }
    return told;
  }

  /** Returns the declarations that are to be written, in the order of their names. */
  static Collection<Declaration> declarations(List<ImportChange> changes) {
    Collection<Declaration> declarations = new LinkedHashSet<>();
    for (ImportChange change : changes) {
      if (change.secret().isNew()) {
        declarations.add(change.secret().declaration());
      }
    }
    return declarations;
  }
}
