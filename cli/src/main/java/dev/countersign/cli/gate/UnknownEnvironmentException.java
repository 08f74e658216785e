package dev.countersign.cli.gate;

import dev.countersign.runtime.declaration.Declarations;

/** A named environment was asked for that is not declared. */
public final class UnknownEnvironmentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final transient Declarations declarations;

  UnknownEnvironmentException(String name, Declarations declarations) {
    super(
        "there is no environment \""
            + name
            + "\"\n  fix: declare it in secrets.toml, [environments], "
            + name
            + " = \"prod\"");
    this.name = name;
    this.declarations = declarations;
  }

  /** Returns the name that was asked for. */
  public String name() {
    return name;
  }

  /** Returns the declarations that do not have it. */
  public Declarations declarations() {
    return declarations;
  }
}
