package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.MalformedDeclarationsException;
import dev.countersign.runtime.declaration.NearMisses;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreIndex;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The project that a command works on: its declarations, read once, and its store. */
final class Workspace {
  private final Project project;

  private Workspace(Project project) {
    this.project = project;
  }

  /** Finds the project around the working directory, and reads its declarations. */
  static Workspace open(Context context) throws Failure {
    return read(Root.require(context));
  }

  /** Reads the declarations of a directory that holds secrets.toml. */
  static Workspace read(Path root) throws Failure {
    try {
      return new Workspace(Project.read(root));
    } catch (MalformedDeclarationsException e) {
      throw malformed(e);
    }
  }

  static Failure malformed(MalformedDeclarationsException e) {
    return Failure.unusable(Text.indented(Project.FILE + " cannot be used\n" + e.getMessage()));
  }

  Path root() {
    return project.root();
  }

  Declarations declarations() {
    return project.declarations();
  }

  /** Returns the file and line that declare a secret: {@code secrets.toml:6}. */
  String place(SecretName name) {
    return project.place(name);
  }

  /** Returns the fingerprint of secrets.toml that manifests carry. */
  String digest() {
    return project.digest();
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
