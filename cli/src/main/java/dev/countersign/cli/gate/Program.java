package dev.countersign.cli.gate;

import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.manifest.MergedManifests;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretUse;
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
  private final Map<SecretName, TreeSet<SecretUser>> users = new TreeMap<>();
  private final Map<SecretName, String> stale = new TreeMap<>();

  /** Puts together what an application declares and what was found in its artifacts. */
  static Program of(Declarations own, Built built) {
    Program program = new Program();
    program.merged.addOwn(own);
    for (FoundManifest found : built.manifests()) {
      Declarations declarations = found.manifest().declarations();
      if (!declarations.application().equals(own.application())) {
        program.merged.addLibrary(found.origin(), declarations);
      }
      program.addUses(found);
    }
    for (Map.Entry<SecretName, List<SecretUser>> each : built.uses().entrySet()) {
      each.getValue().forEach(user -> program.add(each.getKey(), user));
    }
    for (FoundManifest found : built.manifests()) {
      program.addStale(found);
    }
    return program;
  }

  private void addUses(FoundManifest found) {
    for (SecretClass user : found.manifest().classes()) {
      for (SecretUse use : user.uses()) {
        add(use.name(), SecretUser.of(user, use, found.origin()));
      }
    }
  }

  private void add(SecretName name, SecretUser user) {
    users.computeIfAbsent(name, absent -> new TreeSet<>()).add(user);
  }

  /** Notes the names that a manifest takes for declared and that no longer are. */
  private void addStale(FoundManifest found) {
    for (SecretName name : found.manifest().declarations().secrets().keySet()) {
      if (!merged.declared().containsKey(name)) {
        stale.put(name, found.origin());
      }
    }
  }

  /** Returns everything that counts as declared. What a library declares is kept in the root. */
  Declarations merged(Declarations own) {
    return new Declarations(
        own.application(), merged.declared(), own.environments(), own.directories());
  }

  /** Returns the places that use a secret, in order. */
  List<SecretUser> usersOf(SecretName name) {
    TreeSet<SecretUser> places = users.get(name);
    return places == null ? List.of() : List.copyOf(places);
  }

  /** Tells what libraries declare differently, and every name in use that is not declared. */
  void check(Ground ground, List<GateFinding> findings) {
    for (Map.Entry<SecretName, String> each : merged.disagreements().entrySet()) {
      findings.add(
          GateFinding.ofMessage(GateRule.DISAGREEMENT, each.getValue())
              .about(each.getKey(), List.of()));
    }
    TreeSet<SecretName> names = new TreeSet<>(users.keySet());
    names.addAll(stale.keySet());
    names.removeAll(merged.declared().keySet());
    for (SecretName name : names) {
      findings.add(undeclared(name, ground));
    }
  }

  private GateFinding undeclared(SecretName name, Ground ground) {
    String origin = stale.get(name);
    GateFinding finding =
        origin == null
            ? GateFinding.of(GateRule.UNDECLARED, name + " is not declared", declare(name, ground))
            : GateFinding.of(
                GateRule.STALE,
                name + " is declared no more",
                "build " + origin + " again, or: secret declare " + name);
    List<SecretUser> places = usersOf(name);
    return finding.about(name, places).with(Wording.line("similar", ground.similar(name)));
  }

  private static String declare(SecretName name, Ground ground) {
    @Nullable SecretName other = ground.declarations().findIgnoringCase(name.value());
    return Remedy.undeclared(name.value(), other);
  }
}
