package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Remedy;

/** What is said of a value below its {@code min-version}, worded once. */
public final class Outdated {
  private Outdated() {}

  /**
   * Returns the refusal of a value.
   *
   * @param holder the environment that holds it
   * @param version the version it has there
   */
  public static StoreException of(Declaration declaration, Environment holder, int version) {
    return new StoreException(
        declaration.name()
            + " of "
            + holder
            + " is at version "
            + version
            + ", below its min-version "
            + Presence.minVersion(declaration, holder)
            + ": an older file came back",
        "take the newer file from git, or: " + Remedy.missing(declaration, holder));
  }
}
