package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.ProcessVariable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Declarations to which names are added, by the thousand: none is compared with all others. */
final class GrowingDeclarations {
  private final Declarations beginning;
  private final Map<SecretName, Declaration> secrets;
  private final Map<String, SecretName> names = new HashMap<>();
  private final Set<String> variables = new HashSet<>();

  GrowingDeclarations(Declarations beginning) {
    this.beginning = beginning;
    this.secrets = new TreeMap<>(beginning.secrets());
    for (Declaration declaration : beginning.secrets().values()) {
      index(declaration);
    }
  }

  /** Refuses what cannot be declared: {@link NewDeclaration#requireNew}. */
  void requireNew(SecretName name) throws Failure {
    NewDeclaration.requireNew(name, secrets.get(name), names.get(fold(name.value())));
  }

  /** Declares a new name, with a proposed variable unless that is taken. */
  Declaration declare(SecretName name) {
    String variable = ProcessVariable.propose(name);
    boolean isFree = variable != null && !isTaken(variable);
    Declaration plain = Declaration.of(name);
    Declaration declaration =
        new Declaration(
            name,
            plain.description(),
            isFree ? List.of(variable) : List.of(),
            plain.types(),
            plain.pattern(),
            plain.minVersions(),
            plain.format(),
            plain.optional(),
            plain.external(),
            plain.directory());
    secrets.put(name, declaration);
    index(declaration);
    return declaration;
  }

  /** Returns all that are declared by now. */
  Declarations all() {
    return new Declarations(
        beginning.application(), secrets, beginning.environments(), beginning.directories());
  }

  private boolean isTaken(String variable) {
    return variables.contains(fold(variable)) || names.containsKey(fold(variable));
  }

  private void index(Declaration declaration) {
    names.put(fold(declaration.name().value()), declaration.name());
    for (String variable : declaration.env()) {
      variables.add(fold(variable));
    }
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
