package dev.countersign.runtime.declaration;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A directory that holds {@code secrets.toml}, with what that file declares. */
public final class Project {
  /** The name of the file that makes a directory a project. */
  public static final String FILE = "secrets.toml";

  private final Path root;
  private final Declarations declarations;
  private final String digest;

  private Project(Path root, Declarations declarations, String digest) {
    this.root = root;
    this.declarations = declarations;
    this.digest = digest;
  }

  /**
   * Returns the nearest directory that holds {@code secrets.toml}, from {@code start} upward, or
   * null. Does not look beyond a directory that holds {@code .git}.
   */
  public static @Nullable Path findRoot(Path start) {
    return null;
  }

  /** Returns the directories that {@link #findRoot} looks in, nearest first. */
  public static List<Path> searched(Path start) {
    return List.of();
  }

  /**
   * Reads the declarations of a directory and of those it extends. The nearest declaration of a
   * name wins whole.
   *
   * @throws MalformedDeclarationsException if any file is absent, unreadable or malformed
   */
  public static Project read(Path root) throws MalformedDeclarationsException {
    if (!root.toFile().exists()) {
      throw new MalformedDeclarationsException(List.of(Problem.of(FILE, "not found")));
    }
    return new Project(
        root, new Declarations("", java.util.Map.of(), java.util.Map.of(), List.of("")), "");
  }

  /** Returns the directory. */
  public Path root() {
    return root;
  }

  /** Returns what it declares. */
  public Declarations declarations() {
    return declarations;
  }

  /** Returns the SHA-256 of the root's own {@code secrets.toml}, in hex. */
  public String digest() {
    return digest;
  }
}
