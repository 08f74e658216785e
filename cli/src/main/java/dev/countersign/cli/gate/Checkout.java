package dev.countersign.cli.gate;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.MalformedDeclarationsException;
import dev.countersign.runtime.declaration.Project;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The project that a program is held against: its directory, what it declares, and where. */
public final class Checkout {
  private final Path root;
  private final Declarations declarations;
  private @Nullable Project project;

  private Checkout(Path root, Declarations declarations, @Nullable Project project) {
    this.root = root;
    this.declarations = declarations;
    this.project = project;
  }

  /**
   * Reads the declarations of a directory.
   *
   * @throws MalformedDeclarationsException if a file is absent or malformed, with every problem;
   *     {@link GateReport#of(Path, MalformedDeclarationsException)} makes a report of it
   */
  public static Checkout read(Path root) throws MalformedDeclarationsException {
    Project project = Project.read(root);
    return new Checkout(root, project.declarations(), project);
  }

  /**
   * Returns a directory whose declarations were read before. Its files are read once more if a
   * report tells their lines.
   */
  public static Checkout of(Path root, Declarations declarations) {
    return new Checkout(root, declarations, null);
  }

  Path root() {
    return root;
  }

  Declarations declarations() {
    return declarations;
  }

  /** Returns where a secret is declared, or null if it is not. */
  synchronized @Nullable Place place(SecretName name) {
    if (declarations.find(name) == null) {
      return null;
    }
    try {
      Project read = project == null ? Project.read(root) : project;
      project = read;
      return Place.parse(read.place(name));
    } catch (MalformedDeclarationsException | IllegalArgumentException e) {
      return null; // edited meanwhile
    }
  }
}
