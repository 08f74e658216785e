package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.store.Damage;
import dev.countersign.runtime.store.Presence;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds a program against the store: finds every secret that would be missing, all at once. */
final class Gate {
  private final Workspace workspace;
  private final Program program;
  private final StoreIndex index;
  private final OverrideNames overrides;
  private final List<String> findings = new ArrayList<>();
  private final List<String> external = new ArrayList<>();
  private final TreeSet<SecretName> faulty = new TreeSet<>();
  private final Set<StoreException> told = new HashSet<>();
  private boolean damaged;

  Gate(Workspace workspace, Program program, OverrideNames overrides) {
    this.workspace = workspace;
    this.program = program;
    this.index = workspace.index();
    this.overrides = overrides;
  }

  /** Returns the index that everything is held against. */
  StoreIndex index() {
    return index;
  }

  /** Looks at every declared secret, for each of these environments. */
  void check(List<Environment> environments) {
    program.disagreements().forEach(this::add);
    for (SecretName name : program.undeclared()) {
      add(name, undeclared(name));
    }
    for (Declaration declaration : program.declarations()) {
      for (Environment environment : environments) {
        check(declaration, environment);
      }
    }
    for (Declaration declaration : program.declarations()) {
      for (Environment environment : environments) {
        checkFiles(declaration.name(), environment);
      }
    }
  }

  /** Tells what is wrong with whole files and was not told with some secret. */
  private void checkFiles(SecretName name, Environment environment) {
    for (Damage damage : index.damages(name)) {
      if (damage.name() == null && damage.hits(environment) && told.add(damage.cause())) {
        damaged = true;
        findings.add(damage.cause().getMessage());
      }
    }
  }

  private void check(Declaration declaration, Environment environment) {
    boolean overridden = overrides.contains(declaration.name());
    Presence presence = Presence.of(declaration, environment, index, overridden);
    if (presence == Presence.EXTERNAL) {
      external.add(declaration.name() + " (" + environment + ")");
    } else if (presence == Presence.DAMAGED) {
      damaged = true;
      add(declaration.name(), damage(declaration.name(), environment));
    } else if (presence.isMissing()) {
      add(declaration.name(), missing(declaration, environment, presence));
    }
  }

  private void add(SecretName name, String finding) {
    faulty.add(name);
    findings.add(finding);
  }

  private String undeclared(SecretName name) {
    String origin = program.staleIn(name);
    String fix =
        origin == null
            ? Remedy.undeclared(
                name.value(), workspace.declarations().findIgnoringCase(name.value()))
            : "build " + origin + " again, or: secret declare " + name;
    return name
        + (origin == null ? " is not declared" : " is declared no more")
        + program.usersOf(name)
        + Text.similar(workspace.similar(name))
        + "\n  fix: "
        + fix;
  }

  private String missing(Declaration declaration, Environment environment, Presence presence) {
    SecretName name = declaration.name();
    Environment holder = index.holder(name, environment);
    String fact =
        presence == Presence.OUTDATED
            ? " has an outdated value for " + environment + ", below its min-version"
            : " has no value for " + environment;
    return name
        + fact
        + program.usersOf(name)
        + Messages.setFor(index.environmentsOf(name))
        + "\n  fix: "
        + Remedy.missing(declaration, holder == null ? environment : holder);
  }

  private String damage(SecretName name, Environment environment) {
    StoreException cause = index.damage(name, environment);
    if (cause != null) {
      told.add(cause);
    }
    return name
        + " cannot be read for "
        + environment
        + program.usersOf(name)
        + (cause == null ? "" : "\n  " + cause.getMessage());
  }

  /** Returns what was found, a message each; empty if nothing is missing. */
  List<String> findings() {
    return findings;
  }

  /** Returns the secrets that the platform is to supply, each with its environment. */
  List<String> external() {
    return external;
  }

  /** Returns how many secrets the findings are about. */
  int faulty() {
    return faulty.size();
  }

  /** Says whether some finding is that the store itself cannot be used. */
  boolean isDamaged() {
    return damaged;
  }
}
