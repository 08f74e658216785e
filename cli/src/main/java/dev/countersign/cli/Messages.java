package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.store.StoreIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Pieces of messages about environments, worded once. */
final class Messages {
  private Messages() {}

  /** Returns {@code prod, prod@eu-west, dev}. */
  static String list(Collection<Environment> environments) {
    List<String> texts = new ArrayList<>();
    for (Environment environment : environments) {
      texts.add(environment.toString());
    }
    return String.join(", ", texts);
  }

  /**
   * Returns what to say of a secret without a value.
   *
   * @param outcome what comes of it, as the end of the sentence
   */
  static String missing(
      Declaration declaration, Environment environment, String outcome, StoreIndex index) {
    return declaration.name()
        + " has no value for "
        + environment
        + outcome
        + setFor(index.environmentsOf(declaration.name()))
        + "\n  fix: "
        + Remedy.missing(declaration, environment);
  }

  /** Returns a line that says where else a secret is set, or nothing. */
  static String setFor(Collection<Environment> environments) {
    return environments.isEmpty() ? "" : "\n  set for: " + list(environments);
  }
}
