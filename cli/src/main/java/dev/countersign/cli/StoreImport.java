package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.store.AtomicFiles;
import dev.countersign.runtime.store.Change;
import dev.countersign.runtime.store.FileSecretStore;
import dev.countersign.runtime.store.OpenedValue;
import dev.countersign.runtime.store.Presence;
import dev.countersign.runtime.store.RekeyProgress;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreIndex;
import dev.countersign.runtime.store.StoreWriter;
import dev.countersign.runtime.store.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Imports into the team's sealed store. */
final class StoreImport extends ImportTarget {
  private final List<Environment> environments;
  private final boolean replaces;
  private final KeyPins pins;
  private final RekeyProgress progress;
  private final StoreIndex index;
  private final FileSecretStore store;
  private final Set<String> closed = new HashSet<>();

  /**
   * Makes a target.
   *
   * @param declarations everything that is declared, and what the import declares
   * @param replaces whether what is not imported is removed
   */
  StoreImport(
      Workspace workspace,
      Declarations declarations,
      List<Environment> environments,
      boolean replaces,
      KeyPins pins,
      RekeyProgress progress) {
    super(workspace);
    this.environments = environments;
    this.replaces = replaces;
    this.pins = pins;
    this.progress = progress;
    this.index = StoreIndex.read(workspace.store(), declarations);
    this.store = new FileSecretStore(workspace.store(), declarations, pins.identities(), index);
  }

  @Override
  List<ImportChange> plan(Collection<ImportedSecret> secrets) throws Failure, StoreException {
    List<ImportChange> changes = new ArrayList<>();
    for (Environment environment : environments) {
      checkKeys(secrets, environment);
      for (ImportedSecret secret : secrets) {
        changes.add(change(secret, environment));
      }
      for (ImportedSecret secret :
          replaces ? others(secrets, environment) : List.<ImportedSecret>of()) {
        changes.add(change(secret, environment));
      }
    }
    return changes;
  }

  private void checkKeys(Collection<ImportedSecret> secrets, Environment environment)
      throws Failure, StoreException {
    Set<String> directories = new TreeSet<>();
    for (ImportedSecret secret : secrets) {
      directories.add(secret.declaration().directory());
    }
    for (String directory : directories) {
      pins.checkSetting(directory, environment);
    }
  }

  /** Returns what is set in the project's own store and not imported, as secrets without values. */
  private Collection<ImportedSecret> others(
      Collection<ImportedSecret> secrets, Environment environment) {
    Map<SecretName, ImportedSecret> others = new TreeMap<>();
    for (SecretName name : index.undeclared()) {
      others.put(name, absent(Declaration.of(name)));
    }
    for (Declaration declaration : workspace().declarations().secrets().values()) {
      if (declaration.directory().isEmpty()) {
        others.put(declaration.name(), absent(declaration));
      }
    }
    for (ImportedSecret secret : secrets) {
      others.remove(secret.name());
    }
    others.values().removeIf(secret -> index.version(secret.name(), environment) == 0);
    return others.values();
  }

  private static ImportedSecret absent(Declaration declaration) {
    return new ImportedSecret(declaration, false, null, "");
  }

  private ImportChange change(ImportedSecret secret, Environment environment) {
    int version = index.version(secret.name(), environment);
    return new ImportChange(kind(secret, environment, version), secret, environment, version);
  }

  private ImportChange.Kind kind(ImportedSecret secret, Environment environment, int version) {
    if (secret.value() == null) {
      return version == 0 ? ImportChange.Kind.UNCHANGED : ImportChange.Kind.REMOVED;
    }
    if (version == 0) {
      return ImportChange.Kind.ADDED;
    }
    String keyring = secret.declaration().directory() + " " + environment.type();
    if (closed.contains(keyring)) {
      return ImportChange.Kind.SET;
    }
    try {
      return isSame(secret, environment) ? ImportChange.Kind.UNCHANGED : ImportChange.Kind.CHANGED;
    } catch (StoreException e) {
      closed.add(keyring); // told apart by readers only, and nobody else is asked twice
      return ImportChange.Kind.SET;
    }
  }

  /** Says whether the very value is there, in a version that counts. */
  private boolean isSame(ImportedSecret secret, Environment environment) throws StoreException {
    if (Presence.of(secret.declaration(), environment, index, false) == Presence.OUTDATED) {
      return false;
    }
    try (OpenedValue opened = store.read(secret.name(), environment)) {
      byte[] present = opened == null ? new byte[0] : opened.revealBytes();
      byte[] wanted = secret.bytes();
      boolean same = opened != null && Arrays.equals(present, wanted);
      Arrays.fill(present, (byte) 0);
      Arrays.fill(wanted, (byte) 0);
      return same;
    }
  }

  @Override
  List<String> stage(List<ImportChange> changes, AtomicFiles batch) throws StoreException {
    Map<String, List<ImportChange>> byDirectory = new TreeMap<>();
    for (ImportChange change : changes) {
      if (change.isWrite()) {
        String directory = change.secret().declaration().directory();
        byDirectory.computeIfAbsent(directory, absent -> new ArrayList<>()).add(change);
      }
    }
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, List<ImportChange>> entry : byDirectory.entrySet()) {
      told.addAll(stage(entry.getKey(), entry.getValue(), batch));
    }
    return told;
  }

  private List<String> stage(String directory, List<ImportChange> changes, AtomicFiles batch)
      throws StoreException {
    List<Change> writes = new ArrayList<>();
    for (ImportChange change : changes) {
      writes.add(write(change));
    }
    StoreWriter writer = new StoreWriter(workspace().store(), directory);
    List<Written> written = writer.stage(writes, batch, progress);
    List<String> told = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      ImportChange change = changes.get(i);
      told.add(change.told(change.isRemoval() ? 0 : written.get(i).version()));
    }
    return told;
  }

  /** What is removed must be what was listed; what is set wins over whatever is there. */
  private static Change write(ImportChange change) {
    Environment environment = change.environment();
    if (environment == null) {
      throw new IllegalArgumentException("not a change of the store");
    }
    return change.isRemoval()
        ? Change.unset(environment, change.name()).expecting(change.version())
        : Change.set(environment, change.secret().declaration(), change.secret().bytes());
  }
}
