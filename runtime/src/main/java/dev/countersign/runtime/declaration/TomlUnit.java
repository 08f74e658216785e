package dev.countersign.runtime.declaration;

import org.jspecify.annotations.Nullable;

/**
 * What a merge of two files takes or leaves whole: a secret with all that is written for it, a key,
 * the header of another table, or a comment that stands alone.
 *
 * @param id what it is called in the file: the same on both sides of a merge
 * @param table the table that it must stand in, or null if it may stand anywhere
 * @param blank the empty lines before it
 * @param text its lines, with the comment above them
 */
record TomlUnit(String id, @Nullable String table, String blank, String text) {
  /** Joins the parts of a path: no key that a line of TOML holds has this character in it. */
  static final char SEPARATOR = '\0';

  private static final String SECRETS = "secrets" + SEPARATOR;

  /** Says whether two units say the same; empty lines before them do not count. */
  static boolean isSame(@Nullable TomlUnit one, @Nullable TomlUnit other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.text.equals(other.text);
  }

  /** Returns the name of the secret, or the path of whatever else it is. */
  String name() {
    String path = id.startsWith(SECRETS) ? id.substring(SECRETS.length()) : id;
    return path.replace(SEPARATOR, '.');
  }
}
