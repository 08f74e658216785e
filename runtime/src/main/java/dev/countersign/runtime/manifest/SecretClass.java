package dev.countersign.runtime.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
    INJECTED("injected"),
    /** An implementation is created. */
    SET("set"),
    /** An instance is created by its constructor, which takes secrets and nothing else. */
    CONSTRUCTED("constructed"),
    /** A generated factory calls the constructor, which takes more than secrets. */
    ASSISTED("assisted");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    String id() {
      return id;
    }

    static @Nullable Kind find(String id) {
      for (Kind kind : values()) {
        if (kind.id.equals(id)) {
          return kind;
        }
      }
      return null;
    }
  }

  /** Copies what it is given. */
  public SecretClass {
    uses = List.copyOf(uses);
  }

  /** Returns where the class is in a jar: {@code com/acme/Outer$Inner.class}. */
  String fileName() {
    return name.replace('.', '/') + ".class";
  }

  /** Returns the name for messages, without the package: {@code Outer.Inner}. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }
}
