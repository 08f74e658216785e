package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.store.AtomicFiles;
import dev.countersign.runtime.store.Change;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreWriter;
import dev.countersign.runtime.store.Written;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The team's sealed store, in the directory that declares the secret. */
final class StoreDestination extends Destination {
  private final List<Environment> environments;

  StoreDestination(
      Workspace workspace, Declaration declaration, boolean isNew, List<Environment> environments) {
    super(workspace, declaration, isNew);
    this.environments = environments;
  }

  @Override
  Path lockedRoot() {
    return workspace().root().resolve(declaration().directory()).normalize();
  }

  @Override
  void checkKeys(KeyPins pins) throws Failure, StoreException {
    for (Environment environment : environments) {
      pins.checkSetting(declaration().directory(), environment);
    }
  }

  @Override
  String label() {
    return declaration().name() + " for " + Messages.list(environments);
  }

  @Override
  List<String> stage(byte[] value, AtomicFiles batch) throws StoreException {
    List<String> told = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (Environment environment : environments) {
      changes.add(Change.set(environment, declaration(), value));
    }
    StoreWriter writer = new StoreWriter(workspace().store(), declaration().directory());
    for (Written written : writer.stage(changes, batch)) {
      told.add(told(written, declaration().directory()));
    }
    return told;
  }

  /** Returns the line that tells of a value that was set. */
  static String told(Written written, String directory) {
    return "set "
        + written.name()
        + " for "
        + written.environment()
        + " (v"
        + written.version()
        + ")"
        + (directory.isEmpty() ? "" : " in " + directory);
  }
}
