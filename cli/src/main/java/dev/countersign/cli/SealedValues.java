package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.store.FileSecretStore;
import dev.countersign.runtime.store.OpenedValue;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreIndex;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens values of the store with this user's identity, once the type's key is known to be sound.
 */
final class SealedValues {
  private final KeyPins pins;
  private final StoreIndex index;
  private final FileSecretStore store;
  private final Set<String> checked = new HashSet<>();

  SealedValues(Workspace workspace, KeyPins pins, StoreIndex index) {
    this.pins = pins;
    this.index = index;
    this.store =
        new FileSecretStore(workspace.store(), workspace.declarations(), pins.identities(), index);
  }

  /** Opens the value that counts in an environment; null if the store holds none for it. */
  @Nullable OpenedValue open(Declaration declaration, Environment environment)
      throws Failure, StoreException {
    StoreException damage = index.damage(declaration.name(), environment);
    if (damage != null) {
      throw damage;
    }
    String place = declaration.directory() + "\n" + environment.type();
    if (checked.add(place)) {
      pins.checkOpening(declaration.directory(), environment.type());
    }
    return store.open(declaration.name(), environment);
  }
}
