package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Declares the secrets of a template that are not declared yet, all of them or none. */
final class TemplateDeclarations {
  private final Template template;
  private final Workspace workspace;
  private final Set<EnvironmentType> types;

  TemplateDeclarations(Template template, Workspace workspace, Set<EnvironmentType> types) {
    this.template = template;
    this.workspace = workspace;
    this.types = types;
  }

  /** Writes, and prints the interface alone to standard output, where a file can take it. */
  void run(Context context) throws Failure, StoreException {
    List<Declaration> lacking = new ArrayList<>();
    for (TemplateSecret secret : template.secrets()) {
      if (workspace.declarations().find(secret.name()) == null) {
        NewDeclaration.requireNew(secret.name(), workspace.declarations());
        lacking.add(secret.declaration(types));
      } else {
        context.err().println("note: " + secret.name() + " is declared already, and left as it is");
      }
    }
    declare(lacking);
    for (Declaration declaration : lacking) {
      context.err().println(NewDeclaration.told(declaration));
    }
    context.out().print(template.source());
  }

  private void declare(List<Declaration> lacking) throws Failure, StoreException {
    if (lacking.isEmpty()) {
      return;
    }
    try (ProjectText toml = ProjectText.shared(workspace.root(), Project.FILE)) {
      toml.prepare(NewDeclaration.insert(lacking, toml.read()));
      toml.commit();
    }
  }
}
