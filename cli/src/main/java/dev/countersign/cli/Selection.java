package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which of the declared secrets a command is about: all of them, or those named. */
final class Selection {
  static final Option ONLY =
      Option.taking("--only", "NAME[,NAME…]", "these secrets and no others")
          .of(Words.SECRET.listed());

  private final Workspace workspace;
  private final Set<SecretName> named = new TreeSet<>();

  Selection(Arguments arguments, Workspace workspace) throws Failure {
    this.workspace = workspace;
    String list = arguments.find(ONLY);
    if (list != null) {
      for (String name : Targets.split(list)) {
        named.add(workspace.require(Names.parse(name)).name());
      }
    }
  }

  /** Returns the declarations in order of name. */
  Collection<Declaration> declarations() {
    List<Declaration> selected = new ArrayList<>();
    for (Declaration declaration : workspace.declarations().secrets().values()) {
      if (named.isEmpty() || named.contains(declaration.name())) {
        selected.add(declaration);
      }
    }
    return selected;
  }

  /** Says whether a secret was asked for by its name. */
  boolean isNamed(Declaration declaration) {
    return named.contains(declaration.name());
  }
}
