package dev.countersign.cli;

import dev.countersign.runtime.Environment;
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

  /** Returns a line that says where else a secret is set, or nothing. */
  static String setFor(Collection<Environment> environments) {
    return environments.isEmpty() ? "" : "\n  set for: " + list(environments);
  }
}
