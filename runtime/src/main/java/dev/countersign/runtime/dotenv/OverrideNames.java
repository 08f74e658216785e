package dev.countersign.runtime.dotenv;

import dev.countersign.runtime.SecretName;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The names that {@code .secrets.local} sets. Takes no value out of the file. */
public final class OverrideNames {
  private final Map<String, Integer> lines;

  private OverrideNames(Map<String, Integer> lines) {
    this.lines = Collections.unmodifiableMap(lines);
  }

  /**
   * Reads the names of a root's file; an absent one is empty.
   *
   * @throws DotenvFormatException if it is malformed or cannot be read
   */
  public static OverrideNames read(Path root) throws DotenvFormatException {
    try {
      return of(DotenvText.read(root.resolve(OverrideFile.FILE)));
    } catch (DotenvFormatException e) {
      throw e.in(OverrideFile.FILE);
    }
  }

  private static OverrideNames of(String text) throws DotenvFormatException {
    Map<String, Integer> lines = new TreeMap<>();
    for (Assignment assignment : DotenvScanner.scan(text)) {
      lines.put(assignment.name(), assignment.line());
    }
    return new OverrideNames(lines);
  }

  /** Says whether the file sets a secret. */
  public boolean contains(SecretName name) {
    return lines.containsKey(name.value());
  }

  /** Returns each name with the line of its last assignment, in order of name. */
  public Map<String, Integer> lines() {
    return lines;
  }
}
