package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.MalformedDeclarationsException;
import dev.countersign.runtime.declaration.NearMisses;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project that a command works on: its declarations, read once, and its store. */
final class Workspace {
  private final Path root;
  private final Declarations declarations;
  private final String digest;

  private Workspace(Path root, Declarations declarations, String digest) {
    this.root = root;
    this.declarations = declarations;
    this.digest = digest;
  }

  /** Finds the project around the working directory, and its declarations. */
  static Workspace open(Context context) throws Failure {
    Path root = Root.require(context);
    DeclarationsCache cache = DeclarationsCache.of(root, context);
    Manifest copy = cache == null ? null : cache.find();
    if (copy != null) {
      return new Workspace(root, copy.declarations(), copy.digest());
    }
    Project project = project(root);
    if (cache != null) {
      cache.keep(project);
    }
    return of(project);
  }

  /** Reads the declarations of a directory that holds secrets.toml. */
  static Workspace read(Path root) throws Failure {
    return of(project(root));
  }

  private static Project project(Path root) throws Failure {
    try {
      return Project.read(root);
    } catch (MalformedDeclarationsException e) {
      throw malformed(e);
    }
  }

  private static Workspace of(Project project) {
    return new Workspace(project.root(), project.declarations(), project.digest());
  }

  static Failure malformed(MalformedDeclarationsException e) {
    return Failure.unusable(Text.indented(Project.FILE + " cannot be used\n" + e.getMessage()));
  }

  Path root() {
    return root;
  }

  Declarations declarations() {
    return declarations;
  }

  /**
   * Returns the file and line that declare a secret, {@code secrets.toml:6}, for which the files
   * are read again.
   */
  String place(SecretName name) {
    try {
      return Project.read(root).place(name);
    } catch (MalformedDeclarationsException | IllegalArgumentException e) {
      return Project.FILE; // it was changed in the meantime
    }
  }

  /** Returns the fingerprint of secrets.toml that manifests carry. */
  String digest() {
    return digest;
  }

  StoreDirectory store() {
    return new StoreDirectory(root());
  }

  /** Reads what is set where. Opens nothing. */
  StoreIndex index() {
    return StoreIndex.read(store(), declarations());
  }

  /** Returns the declaration of a name, or answers no with its near misses. */
  Declaration require(SecretName name) throws Failure {
    Declaration declaration = declarations().find(name);
    if (declaration == null) {
      List<String> similar = similar(name);
      String instead = similar.isEmpty() ? "" : "write " + similar.get(0) + ", or: ";
      throw Failure.no(
          name
              + " is not declared"
              + Text.similar(similar)
              + ("\n  fix: " + instead + "secret declare " + name));
    }
    return declaration;
  }

  /** Returns the declared names that resemble this one, the best first. */
  List<String> similar(SecretName name) {
    List<String> names = new ArrayList<>();
    for (SecretName declared : declarations().secrets().keySet()) {
      names.add(declared.value());
    }
    return NearMisses.of(name.value(), names);
  }
}
