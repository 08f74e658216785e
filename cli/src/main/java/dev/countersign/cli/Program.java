package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a program declares and who uses it: the project's own secrets.toml, and what the libraries
 * in it declare besides. The project's declaration of a name wins.
 */
final class Program {
  private final Map<SecretName, Declaration> declared = new TreeMap<>();
  private final Map<SecretName, String> declaredBy = new TreeMap<>();
  private final Map<SecretName, TreeSet<String>> users = new TreeMap<>();
  private final Map<SecretName, String> stale = new TreeMap<>();
  private final List<String> disagreements = new ArrayList<>();

  static Program of(Workspace workspace, List<FoundManifest> manifests) {
    Program program = new Program();
    program.declared.putAll(workspace.declarations().secrets());
    String application = workspace.declarations().application();
    for (FoundManifest found : manifests) {
      if (!found.manifest().declarations().application().equals(application)) {
        program.addLibrary(found);
      }
    }
    for (FoundManifest found : manifests) {
      program.addUses(found);
      program.addStale(found);
    }
    return program;
  }

  private void addLibrary(FoundManifest found) {
    for (Declaration declaration : found.manifest().declarations().secrets().values()) {
      SecretName name = declaration.name();
      Declaration known = declared.putIfAbsent(name, declaration);
      if (known == null) {
        declaredBy.put(name, found.origin());
      } else if (declaredBy.containsKey(name) && !known.equals(declaration)) {
        disagreements.add(
            name
                + " is declared differently in "
                + declaredBy.get(name)
                + " and "
                + found.origin()
                + "\n  fix: declare it in secrets.toml, which wins");
      }
    }
  }

  private void addUses(FoundManifest found) {
    for (SecretClass user : found.manifest().classes()) {
      for (SecretUse use : user.uses()) {
        String place = user.simpleName() + "." + use.member();
        users.computeIfAbsent(use.name(), absent -> new TreeSet<>()).add(place);
      }
    }
  }

  /** Notes the names that a manifest takes for declared and that no longer are. */
  private void addStale(FoundManifest found) {
    for (SecretName name : found.manifest().declarations().secrets().keySet()) {
      if (!declared.containsKey(name)) {
        stale.put(name, found.origin());
      }
    }
  }

  /** Returns every declaration, in order of name. */
  Collection<Declaration> declarations() {
    return declared.values();
  }

  /** Returns every name that is used or was declared, and is declared no more, in order. */
  Collection<SecretName> undeclared() {
    TreeSet<SecretName> names = new TreeSet<>(users.keySet());
    names.addAll(stale.keySet());
    names.removeAll(declared.keySet());
    return names;
  }

  /** Returns the jar or directory whose manifest declares a name that is declared no more. */
  @Nullable String staleIn(SecretName name) {
    return stale.get(name);
  }

  /** Returns what libraries declare differently, a message each. */
  List<String> disagreements() {
    return disagreements;
  }

  /** Returns the uses of a secret as messages show them: {@code (Billing.key, Checkout.key)}. */
  String usersOf(SecretName name) {
    TreeSet<String> places = users.get(name);
    return places == null ? "" : " (" + String.join(", ", places) + ")";
  }
}
