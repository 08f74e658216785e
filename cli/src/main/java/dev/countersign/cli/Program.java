package dev.countersign.cli;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.manifest.MergedManifests;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A program before the gate: what it and its libraries declare and use, and what is out of date.
 */
final class Program {
  private final MergedManifests merged = new MergedManifests();
  private final Map<SecretName, String> stale = new TreeMap<>();

  static Program of(Workspace workspace, List<FoundManifest> manifests) {
    Program program = new Program();
    program.merged.addOwn(workspace.declarations());
    String application = workspace.declarations().application();
    for (FoundManifest found : manifests) {
      Declarations declarations = found.manifest().declarations();
      if (!declarations.application().equals(application)) {
        program.merged.addLibrary(found.origin(), declarations);
      }
      program.merged.addUses(found.manifest());
    }
    for (FoundManifest found : manifests) {
      program.addStale(found);
    }
    return program;
  }

  /** Notes the names that a manifest takes for declared and that no longer are. */
  private void addStale(FoundManifest found) {
    for (SecretName name : found.manifest().declarations().secrets().keySet()) {
      if (!merged.declared().containsKey(name)) {
        stale.put(name, found.origin());
      }
    }
  }

  /** Returns every declaration, in order of name. */
  Collection<Declaration> declarations() {
    return merged.declared().values();
  }

  /** Returns every name that is used or was declared, and is declared no more, in order. */
  Collection<SecretName> undeclared() {
    TreeSet<SecretName> names = new TreeSet<>(merged.used());
    names.addAll(stale.keySet());
    names.removeAll(merged.declared().keySet());
    return names;
  }

  /** Returns the jar or directory whose manifest declares a name that is declared no more. */
  @Nullable String staleIn(SecretName name) {
    return stale.get(name);
  }

  /** Returns what libraries declare differently, a message for each name. */
  Map<SecretName, String> disagreements() {
    return merged.disagreements();
  }

  /** Returns the uses of a secret as messages show them: {@code (Billing.key, Checkout.key)}. */
  String usersOf(SecretName name) {
    List<String> places = merged.usersOf(name);
    return places.isEmpty() ? "" : " (" + String.join(", ", places) + ")";
  }
}
