package dev.countersign.runtime.manifest;

import java.util.List;

/**
 * A class that uses secrets.
 *
 * @param name the binary name: {@code com.acme.Outer$Inner}
 * @param kind how it gets its secrets
 * @param module the binary name of the generated module that serves it
 * @param uses the places, in the order of the source
 */
public record SecretClass(String name, Kind kind, String module, List<SecretUse> uses) {

  /** How a class gets its secrets. */
  public enum Kind {
    /** The fields of an object are filled. */
    INJECTED,
    /** An implementation is created. */
    SET
  }

  /** Copies what it is given. */
  public SecretClass {
    uses = List.copyOf(uses);
  }

  /** Returns the name for messages, without the package: {@code Outer.Inner}. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }
}
