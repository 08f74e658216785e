package dev.countersign.runtime;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.NearMisses;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.MergedManifests;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a program declares, with its libraries, and who uses it. */
final class Catalog {
  private static final Declarations NOTHING = new Declarations("", Map.of(), Map.of(), List.of(""));

  private final boolean open;
  private final Declarations application;
  private final MergedManifests merged;

  private Catalog(boolean open, Declarations application, MergedManifests merged) {
    this.open = open;
    this.application = application;
    this.merged = merged;
  }

  /** Returns the catalog in which every name counts as declared, as plain text for every type. */
  static Catalog open() {
    return new Catalog(true, NOTHING, new MergedManifests());
  }

  /**
   * Returns the catalog of a project that is looked at from outside, where nobody uses anything.
   */
  static Catalog of(Declarations declarations) {
    MergedManifests merged = new MergedManifests();
    merged.addOwn(declarations);
    return new Catalog(false, declarations, merged);
  }

  /**
   * Merges the manifests. The first is the application's own; manifests of the same application are
   * its other modules, and the rest libraries.
   *
   * @throws SecretsException if libraries declare one name differently
   */
  static Catalog of(List<FoundManifest> found) {
    Declarations application = found.isEmpty() ? NOTHING : found.get(0).manifest().declarations();
    MergedManifests merged = new MergedManifests();
    for (FoundManifest each : found) {
      if (isOf(application, each.manifest())) {
        merged.addOwn(each.manifest().declarations());
      }
    }
    for (FoundManifest each : found) {
      if (!isOf(application, each.manifest())) {
        merged.addLibrary(each.origin(), each.manifest().declarations());
      }
      merged.addUses(each.manifest());
    }
    requireAgreement(merged);
    return new Catalog(false, application, merged);
  }

  private static boolean isOf(Declarations application, Manifest manifest) {
    return manifest.declarations().application().equals(application.application());
  }

  private static void requireAgreement(MergedManifests merged) {
    if (!merged.disagreements().isEmpty()) {
      throw new SecretsException(String.join("\n", merged.disagreements().values()));
    }
  }

  /** Returns every name that is declared or used, in order. */
  Set<SecretName> names() {
    Set<SecretName> names = new TreeSet<>(merged.declared().keySet());
    names.addAll(merged.used());
    return names;
  }

  /** Returns everything that is declared, in order of name. */
  Collection<Declaration> declarations() {
    return merged.declared().values();
  }

  /** Says whether every name that is used is declared. */
  boolean declaresAllUses() {
    return merged.declaresAllUses();
  }

  /** Returns the types of the application's named environments, by their names. */
  Map<String, EnvironmentType> environments() {
    return application.environments();
  }

  /** Returns everything that is declared, as the store asks for it. */
  Declarations merged() {
    return new Declarations(
        application.application(),
        merged.declared(),
        application.environments(),
        application.directories());
  }

  /** Returns the uses of a secret, as {@code Class.member}; empty if there are none. */
  List<String> users(SecretName name) {
    return merged.usersOf(name);
  }

  /**
   * Returns the types of the sites of a secret, as manifests have them; empty if there are none.
   */
  Collection<String> types(SecretName name) {
    return merged.typesOf(name);
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

  /** Returns the declaration of a name, or null. */
  @Nullable Declaration find(SecretName name) {
    return open ? Declaration.of(name) : merged.declared().get(name);
  }

  private String undeclared(String name) {
    if (!open && merged.declared().isEmpty()) {
      return name
          + " is not declared: no manifest was found on the class path"
          + "\n  fix: compile the program with the Countersign processor,"
          + " and keep META-INF/services when packaging";
    }
    List<String> similar = NearMisses.of(name, declared());
    return name
        + " is not declared"
        + (similar.isEmpty() ? "" : "\n  similar: " + String.join(", ", similar))
        + "\n  fix: "
        + Remedy.undeclared(name, merged().findIgnoringCase(name));
  }

  private List<String> declared() {
    List<String> names = new ArrayList<>();
    for (SecretName name : merged.declared().keySet()) {
      names.add(name.value());
    }
    return names;
  }
}
