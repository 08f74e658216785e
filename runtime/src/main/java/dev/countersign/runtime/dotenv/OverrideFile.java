package dev.countersign.runtime.dotenv;

import dev.countersign.runtime.SecretName;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One developer's own values, {@code .secrets.local}. Counts in type local only. */
public final class OverrideFile {
  /** The name of the file, beside {@code secrets.toml}. */
  public static final String FILE = ".secrets.local";

  private final List<Entry> entries;

  private OverrideFile(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * Reads the file of a root; an absent one is empty.
   *
   * @throws DotenvFormatException if it is malformed or cannot be read
   */
  public static OverrideFile read(Path root) throws DotenvFormatException {
    try {
      return new OverrideFile(Dotenv.parse(DotenvText.read(root.resolve(FILE))));
    } catch (DotenvFormatException e) {
      throw e.in(FILE);
    }
  }

  /**
   * Reads the file of a root, in which <code>${NAME}</code> may also refer to other variables.
   *
   * @throws DotenvFormatException if it is malformed or cannot be read
   */
  public static OverrideFile read(Path root, Variables variables) throws DotenvFormatException {
    try {
      return new OverrideFile(Dotenv.parse(DotenvText.read(root.resolve(FILE)), variables));
    } catch (DotenvFormatException e) {
      throw e.in(FILE);
    }
  }

  /** Returns the last assignment of a name, or null. */
  public @Nullable Entry find(SecretName name) {
    return Entry.last(entries, name.value());
  }

  /** Returns every assignment, in the order of the file. */
  public List<Entry> entries() {
    return entries;
  }
}
