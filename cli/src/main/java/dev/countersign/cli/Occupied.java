package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.store.StoreIndex;
import java.util.ArrayList;
import java.util.List;

/** Refuses to put values that nobody typed in the place of values that are there. */
final class Occupied {
  static final Option REPLACE =
      Option.flag("--replace", "put it in the place of a value that is there");

  private Occupied() {}

  /** Looks at exactly these environments: a value of the type alone is in nobody's way. */
  static void refuse(List<Declaration> secrets, List<Environment> environments, StoreIndex index)
      throws Failure {
    List<String> present = new ArrayList<>();
    for (Declaration declaration : secrets) {
      for (Environment environment : environments) {
        int version = index.version(declaration.name(), environment);
        if (version > 0) {
          present.add(declaration.name() + " for " + environment + " (v" + version + ")");
        }
      }
    }
    if (!present.isEmpty()) {
      throw refusal(Text.list(present));
    }
  }

  static Failure refusal(String present) {
    return Failure.refused(
        "there is a value already: "
            + present
            + "\n  fix: pass --replace to put another in its place");
  }
}
