package dev.countersign.runtime.declaration;

import dev.countersign.runtime.SecretName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directory that holds {@code secrets.toml}, with what that file and those it extends declare.
 *
 * <p>Needs the TOML library, which a running application does without.
 */
public final class Project {
  /** The name of the file that makes a directory a project. */
  public static final String FILE = "secrets.toml";

  private static final String REPOSITORY = ".git";

  private final Path root;
  private final Declarations declarations;
  private final String digest;
  private final ExtendedDirectories directories;

  private Project(
      Path root, Declarations declarations, String digest, ExtendedDirectories directories) {
    this.root = root;
    this.declarations = declarations;
    this.digest = digest;
    this.directories = directories;
  }

  /**
   * Returns the nearest directory that holds {@code secrets.toml}, from {@code start} upward, or
   * null. Does not look beyond a directory that holds {@code .git}.
   */
  public static @Nullable Path findRoot(Path start) {
    for (Path directory : searched(start)) {
      if (Files.exists(directory.resolve(FILE))) {
        return directory;
      }
    }
    return null;
  }

  /** Returns the directories that {@link #findRoot} may look in, nearest first. */
  public static List<Path> searched(Path start) {
    List<Path> directories = new ArrayList<>();
    Path directory = start.toAbsolutePath().normalize();
    while (directory != null) {
      directories.add(directory);
      directory = Files.exists(directory.resolve(REPOSITORY)) ? null : directory.getParent();
    }
    return directories;
  }

  /**
   * Reads the declarations of a directory and of those it extends, each file once. The nearest
   * declaration of a name wins whole.
   *
   * @throws MalformedDeclarationsException if any file is absent, unreadable or malformed; it holds
   *     every problem of every file
   */
  public static Project read(Path root) throws MalformedDeclarationsException {
    Problems problems = new Problems();
    String text = String.valueOf(SourceText.read(root.resolve(FILE), FILE, problems));
    problems.throwIfAny();
    ExtendedDirectories directories = ExtendedDirectories.read(root, text, problems);
    Declarations declarations = Merge.of(directories.files(), problems);
    problems.throwIfAny();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Project(root, declarations, DeclarationsDigest.of(bytes), directories);
  }

  /** Returns the directory. */
  public Path root() {
    return root;
  }

  /** Returns what it declares. */
  public Declarations declarations() {
    return declarations;
  }

  /**
   * Returns the file and line of the declaration that counts: {@code ../shared/secrets.toml:6}.
   *
   * @throws IllegalArgumentException if the name is not declared
   */
  public String place(SecretName name) {
    for (DeclarationsFile file : directories.files().values()) {
      for (DeclaredSecret secret : file.secrets()) {
        if (secret.declaration().name().equals(name)) {
          return secret.place().file() + ":" + secret.place().line();
        }
      }
    }
    throw new IllegalArgumentException(name + " is not declared");
  }

  /** Returns every file that was read, the root's own first. */
  public List<SourceFile> sources() {
    return directories.sources();
  }

  /** Returns the SHA-256 of the root's own {@code secrets.toml}, in hex. */
  public String digest() {
    return digest;
  }
}
