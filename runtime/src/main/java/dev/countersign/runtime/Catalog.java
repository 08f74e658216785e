package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.NearMisses;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the manifests of a program declare, and who uses it. */
final class Catalog {
  private final boolean open;
  private final Map<SecretName, Declaration> declared = new TreeMap<>();
  private final Map<SecretName, String> declaredBy = new TreeMap<>();
  private final Map<SecretName, List<String>> users = new TreeMap<>();
  private final Map<String, EnvironmentType> environments = new TreeMap<>();
  private final Set<String> directories = new LinkedHashSet<>();

  private Catalog(boolean open) {
    this.open = open;
  }

  /** Returns the catalog in which every name counts as declared, as plain text for every type. */
  static Catalog open() {
    return new Catalog(true);
  }

  /**
   * Merges the manifests.
   *
   * @throws SecretsException if two of them declare one name differently
   */
  static Catalog of(List<Manifest> manifests) {
    Catalog catalog = new Catalog(false);
    for (Manifest manifest : manifests) {
      catalog.addDeclarations(manifest.id(), manifest.declarations());
      catalog.addUses(manifest.classes());
    }
    return catalog;
  }

  private void addDeclarations(String origin, Declarations declarations) {
    environments.putAll(declarations.environments());
    directories.addAll(declarations.directories());
    for (Declaration declaration : declarations.secrets().values()) {
      Declaration known = declared.putIfAbsent(declaration.name(), declaration);
      String knownBy = declaredBy.putIfAbsent(declaration.name(), origin);
      if (known != null && !known.equals(declaration)) {
        throw new SecretsException(
            declaration.name()
                + " is declared differently in the manifests "
                + knownBy
                + " and "
                + origin
                + "\n  fix: recompile both, or make their secrets.toml agree");
      }
    }
  }

  private void addUses(List<SecretClass> classes) {
    for (SecretClass user : classes) {
      for (SecretUse use : user.uses()) {
        List<String> known = users.get(use.name());
        if (known == null) {
          known = new ArrayList<>();
          users.put(use.name(), known);
        }
        known.add(user.simpleName() + "." + use.member());
      }
    }
  }

  Collection<Declaration> declarations() {
    return declared.values();
  }

  /** Returns the types of the named environments, by their names. */
  Map<String, EnvironmentType> environments() {
    return environments;
  }

  /** Returns everything that is declared, as the store asks for it. */
  Declarations merged() {
    return new Declarations("", declared, environments, List.copyOf(directories));
  }

  /** Returns the uses of a secret, as {@code Class.member}; empty if there are none. */
  List<String> users(SecretName name) {
    List<String> known = users.get(name);
    return known == null ? List.of() : known;
  }

  /**
   * Returns the declaration of a name.
   *
   * @throws UnresolvedSecretException if there is none
   */
  Declaration require(String name) {
    Declaration declaration = SecretName.isValid(name) ? find(new SecretName(name)) : null;
    if (declaration == null) {
      throw new UnresolvedSecretException(List.of(name), undeclared(name), null);
    }
    return declaration;
  }

  private @Nullable Declaration find(SecretName name) {
    return open ? Declaration.of(name) : declared.get(name);
  }

  private String undeclared(String name) {
    if (declared.isEmpty()) {
      return name
          + " is not declared: no manifest was found on the class path"
          + "\n  fix: compile the program with the Countersign processor";
    }
    List<String> similar = NearMisses.of(name, names());
    return name
        + " is not declared"
        + (similar.isEmpty() ? "" : "\n  similar: " + String.join(", ", similar))
        + "\n  fix: "
        + Remedy.undeclared(name)
        + ", and recompile";
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (SecretName name : declared.keySet()) {
      names.add(name.value());
    }
    return names;
  }
}
