package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.DeclarationsEditor;
import dev.countersign.runtime.declaration.MalformedDeclarationsException;
import dev.countersign.runtime.declaration.ProcessVariable;
import dev.countersign.runtime.declaration.Project;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A declaration that a command is about to add to secrets.toml. */
final class NewDeclaration {
  private final SecretName name;
  private final Declarations declarations;

  NewDeclaration(SecretName name, Workspace workspace) throws Failure {
    this(name, workspace.declarations());
  }

  /** Prepares the declaration of a name that is new. */
  NewDeclaration(SecretName name, Declarations declarations) throws Failure {
    requireNew(name, declarations);
    this.name = name;
    this.declarations = declarations;
  }

  /** Refuses a name that is declared already, or that differs from a declared one in case only. */
  static void requireNew(SecretName name, Declarations declarations) throws Failure {
    requireNew(name, declarations.find(name), declarations.findIgnoringCase(name.value()));
  }

  /** Refuses a name of which there is a declaration, or another one that differs in case only. */
  static void requireNew(SecretName name, @Nullable Declaration present, @Nullable SecretName other)
      throws Failure {
    if (present != null && present.directory().isEmpty()) {
      throw Failure.refused(name + " is declared already\n  fix: edit it in " + Project.FILE);
    }
    if (other != null && !other.equals(name)) {
      throw Failure.refused(
          name + " differs from the declared " + other + " in case only\n  fix: write " + other);
    }
  }

  /** Returns the declaration that needs a value in every type, with a proposed variable. */
  Declaration plain() {
    return with(null, List.of(), Declaration.of(name).types(), false);
  }

  /** Returns the declaration, with a proposed process variable if none is given. */
  Declaration with(
      @Nullable String description,
      List<String> variables,
      Set<EnvironmentType> types,
      boolean optional) {
    Declaration plain = Declaration.of(name);
    return new Declaration(
        name,
        description,
        variables.isEmpty() ? proposed() : variables,
        types,
        plain.pattern(),
        plain.minVersions(),
        plain.format(),
        optional,
        plain.external(),
        plain.directory());
  }

  private List<String> proposed() {
    String variable = ProcessVariable.propose(name, declarations);
    return variable == null ? List.of() : List.of(variable);
  }

  /** Returns the text of secrets.toml with the declaration in it. */
  static String insert(Declaration declaration, String toml) throws Failure {
    return insert(List.of(declaration), toml);
  }

  /** Returns the text of secrets.toml with declarations in it. */
  static String insert(Collection<Declaration> declarations, String toml) throws Failure {
    try {
      return DeclarationsEditor.declareAll(toml, declarations);
    } catch (MalformedDeclarationsException e) {
      throw Workspace.malformed(e);
    }
  }

  /** Returns the line that tells what was declared. */
  static String told(Declaration declaration) {
    String variables = String.join(", ", declaration.env());
    return "declared "
        + declaration.name()
        + " in "
        + Project.FILE
        + (variables.isEmpty() ? "" : ", which a process may also take from " + variables);
  }
}
