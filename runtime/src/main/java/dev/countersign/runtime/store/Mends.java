package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Remedy;

/** What mends a damaged file, the way that loses least first. */
final class Mends {
  private Mends() {}

  /** Returns what mends a file: seeing what became of it comes before dropping any of it. */
  static String file(String file) {
    return "git diff -- "
        + file
        + ", or once committed git log -p -- "
        + file
        + "   (undo what should not be there; git checkout HEAD -- "
        + file
        + " drops every change not committed)";
  }

  /** Returns what brings a file back that is gone; what was staged of it comes back, too. */
  static String missing(String file) {
    return "git checkout -- "
        + file
        + "   (if that was removed too: git checkout HEAD -- "
        + file
        + ")";
  }

  /** Returns what mends one block and leaves the others alone. */
  static String block(SecretName name, Environment environment, String file) {
    return Remedy.set(name, environment)
        + "   (or undo by hand what git diff -- "
        + file
        + " shows)";
  }
}
