package dev.countersign.cli;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.store.AtomicFile;
import dev.countersign.runtime.store.AtomicFiles;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where a value goes. Everything is written, or nothing is. */
abstract class Destination {
  static final AtomicFile.Check UNCHECKED =
      new AtomicFile.Check() {
        @Override
        public void check(byte[] written) {}
      };

  private final Workspace workspace;
  private final Declaration declaration;
  private final boolean isNew;

  /**
   * Makes a destination.
   *
   * @param isNew whether the declaration is to be written with the value
   */
  Destination(Workspace workspace, Declaration declaration, boolean isNew) {
    this.workspace = workspace;
    this.declaration = declaration;
    this.isNew = isNew;
  }

  final Workspace workspace() {
    return workspace;
  }

  final Declaration declaration() {
    return declaration;
  }

  /** Does all that writing does, with an empty value, and leaves no trace: fails before we ask. */
  final void rehearse() throws Failure, StoreException, DotenvFormatException {
    StoreLock lock = StoreLock.acquire(lockedRoot());
    try (AtomicFiles batch = new AtomicFiles()) {
      stageAll(new byte[0], batch);
    } finally {
      lock.close();
    }
  }

  /** Writes a value, and returns what to tell of it. */
  final List<String> write(byte[] value) throws Failure, StoreException, DotenvFormatException {
    StoreLock lock = StoreLock.acquire(lockedRoot());
    try (AtomicFiles batch = new AtomicFiles()) {
      List<String> told = stageAll(value, batch);
      batch.commit();
      return told;
    } finally {
      lock.close();
    }
  }

  private List<String> stageAll(byte[] value, AtomicFiles batch)
      throws Failure, StoreException, DotenvFormatException {
    List<String> told = new ArrayList<>();
    if (isNew) {
      AtomicFile toml = AtomicFile.of(workspace.root().resolve(Project.FILE), Project.FILE);
      String text = NewDeclaration.insert(declaration, ProjectText.decode(toml.read()));
      batch.add(toml, text.getBytes(StandardCharsets.UTF_8), UNCHECKED);
      told.add(NewDeclaration.told(declaration));
    }
    told.addAll(stage(value, batch));
    return told;
  }

  /** Stops where a value would be sealed to a key that was put in unseen. */
  void checkKeys(KeyPins pins) throws Failure, StoreException {}

  /** Returns the directory whose lock protects all that is written. */
  abstract Path lockedRoot();

  /** Returns the place as the prompt names it. */
  abstract String label();

  /** Prepares every file that holds the value, and returns what to tell when they are in place. */
  abstract List<String> stage(byte[] value, AtomicFiles batch)
      throws Failure, StoreException, DotenvFormatException;
}
