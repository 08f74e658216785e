package dev.countersign.runtime;

import org.jspecify.annotations.Nullable;

/** The kind of environment a program runs in. Each type has its own values and its own readers. */
public enum EnvironmentType {
  PROD("prod", "production"),
  DEV("dev", "development"),
  PREVIEW("preview", "pr"),
  LOCAL("local", "local");

  private final String id;
  private final String alias;

  EnvironmentType(String id, String alias) {
    this.id = id;
    this.alias = alias;
  }

  /** Returns the short name, as it stands in file names and on the command line: {@code prod}. */
  public String id() {
    return id;
  }

  /**
   * Returns the type that a text names, by its short name or its alias ({@code production}, {@code
   * development}, {@code pr}), or null if it names none. Case counts.
   */
  public static @Nullable EnvironmentType find(String text) {
    for (EnvironmentType type : values()) {
      if (type.id.equals(text) || type.alias.equals(text)) {
        return type;
      }
    }
    return null;
  }

  /** Returns the short name. */
  @Override
  public String toString() {
    return id;
  }
}
