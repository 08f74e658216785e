package dev.countersign.runtime.dotenv;

import org.jspecify.annotations.Nullable;

/** Writes assignments for others: only in forms that every dotenv program reads alike. */
public final class DotenvLine {
  private DotenvLine() {}

  /**
   * Returns the assignment of a value, its line end included, or null if there is no form of it
   * that {@code dotenv}, {@code dotenvx} and {@link Dotenv} read alike. Such are values with both a
   * single quote and a dollar sign.
   */
  public static @Nullable String of(String name, String value) {
    String quoted = value.indexOf('\0') < 0 ? Quoting.of(value) : null;
    boolean alike = quoted != null && (quoted.startsWith("'") || quoted.indexOf('$') < 0);
    return alike ? name + "=" + quoted + "\n" : null;
  }
}
