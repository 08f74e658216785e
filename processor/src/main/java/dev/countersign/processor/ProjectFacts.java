package dev.countersign.processor;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.store.StoreIndex;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What uses are held against. Names, types and versions only: no value is read at compile time.
 *
 * @param project what is declared
 * @param index what the store holds
 * @param overrides what this developer overrides, or null if that is unknown
 */
record ProjectFacts(Project project, StoreIndex index, @Nullable OverrideNames overrides) {

  Declarations declarations() {
    return project.declarations();
  }

  Optional<Declaration> declaration(Use use) {
    return Optional.ofNullable(declarations().find(use.name()));
  }

  /** Says whether this developer has a value of their own, as far as that is known. */
  boolean mayBeOverridden(Use use) {
    return overrides == null || overrides.contains(use.name());
  }
}
