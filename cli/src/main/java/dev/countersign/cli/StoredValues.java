package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.Entry;
import dev.countersign.runtime.dotenv.OverrideFile;
import dev.countersign.runtime.store.OpenedValue;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreIndex;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The values that a checkout holds for an environment: in type local this developer's own come
 * before the store. The process environment is not asked.
 */
final class StoredValues {
  private final Workspace workspace;
  private final Environment environment;
  private final SealedValues sealed;
  private final @Nullable OverrideFile overrides;

  StoredValues(Workspace workspace, Environment environment, KeyPins pins)
      throws DotenvFormatException {
    this.workspace = workspace;
    this.environment = environment;
    StoreIndex index = StoreIndex.read(workspace.store(), workspace.declarations(), environment);
    this.sealed = new SealedValues(workspace, pins, index);
    this.overrides =
        environment.type() == EnvironmentType.LOCAL ? OverrideFile.read(workspace.root()) : null;
  }

  /** Returns a value, to be wiped by the caller, or null if there is none. */
  byte @Nullable [] find(Declaration declaration) throws Failure, StoreException {
    Entry entry = overrides == null ? null : overrides.find(declaration.name());
    return entry == null ? sealed(declaration) : entry.value().getBytes(StandardCharsets.UTF_8);
  }

  private byte @Nullable [] sealed(Declaration declaration) throws Failure, StoreException {
    try (OpenedValue value = sealed.open(declaration, environment)) {
      return value == null ? null : value.revealBytes();
    }
  }

  /** Returns what to say of a secret without a value. */
  String missing(Declaration declaration) {
    return Messages.missing(declaration, environment, "", workspace.index());
  }
}
