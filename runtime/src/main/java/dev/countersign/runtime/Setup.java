package dev.countersign.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is decided once, when secrets are loaded, and holds for the life of the program. Values are
 * in none of it.
 *
 * @param host the process, with what the builder chose
 * @param root where the store is, or null
 * @param environment where the program runs
 * @param catalog what it declares
 * @param others providers that are not built in, those to be asked earlier last
 * @param log where it is told what came from where
 */
record Setup(
    Host host,
    @Nullable Root root,
    Environment environment,
    Catalog catalog,
    List<GuardedProvider> others,
    Log log) {

  /**
   * Reads every file anew and returns what answers from them as they are now: a snapshot, which
   * changes no more. An earlier one is left as it was.
   *
   * @throws SecretsException if a file cannot be used
   */
  Resolver snapshot() {
    return snapshot(Providers.store(this));
  }

  /** Returns a snapshot with a store that was read before. */
  Resolver snapshot(SecretProvider store) {
    return new Resolver(environment, catalog, Providers.of(this, store), log);
  }
}
