package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.dotenv.OverrideFile;
import org.jspecify.annotations.Nullable;

/**
 * What an import does to one secret in one place.
 *
 * @param kind what it does
 * @param secret the secret, with the value it shall have
 * @param environment where, or null for {@code .secrets.local}
 * @param version the version that is there, 0 for none
 */
record ImportChange(
    Kind kind, ImportedSecret secret, @Nullable Environment environment, int version) {

  /** What an import can do to a secret. */
  enum Kind {
    ADDED("add", "added"),
    CHANGED("change", "changed"),
    /** There is a value that this user cannot open: it may be the same. */
    SET("set", "set"),
    REMOVED("remove", "removed"),
    /** It is as it shall be, and nothing is written. */
    UNCHANGED("leave", "unchanged");

    private final String verb;
    private final String participle;

    Kind(String verb, String participle) {
      this.verb = verb;
      this.participle = participle;
    }

    /** Returns the word for what was done, or was not. */
    String participle() {
      return participle;
    }
  }

  SecretName name() {
    return secret.name();
  }

  boolean isWrite() {
    return kind != Kind.UNCHANGED;
  }

  boolean isRemoval() {
    return kind == Kind.REMOVED;
  }

  /** Returns {@code would add StripeKey for dev}. */
  String plan() {
    return "would " + kind.verb + " " + subject();
  }

  /** Returns {@code added StripeKey for dev (v1)}. */
  String told(int written) {
    return kind.participle + " " + subject() + (written == 0 ? "" : " (v" + written + ")");
  }

  private String subject() {
    String directory = secret.declaration().directory();
    String store = directory.isEmpty() ? "" : " in " + directory;
    return environment == null
        ? name() + " in " + OverrideFile.FILE
        : name() + " for " + environment + store;
  }
}
