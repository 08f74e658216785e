package dev.countersign.cli.gate;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Remedy;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.store.Presence;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreFormatException;
import dev.countersign.runtime.store.StoreIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every declared secret has a value, in each environment that was asked for. */
final class StandingCheck {
  private final Ground ground;
  private final StoreIndex index;
  private final @Nullable OverrideNames overrides;
  private final List<GateFinding> findings;
  private final List<CheckedSecret> secrets = new ArrayList<>();
  private final Set<StoreException> told = new HashSet<>();

  StandingCheck(Ground ground, @Nullable OverrideNames overrides, List<GateFinding> findings) {
    this.ground = ground;
    this.index = ground.index();
    this.overrides = overrides;
    this.findings = findings;
  }

  void check(List<Environment> environments) {
    for (Declaration declaration : ground.declarations().secrets().values()) {
      List<SecretStanding> standings = new ArrayList<>();
      for (Environment environment : environments) {
        standings.add(check(declaration, environment));
      }
      secrets.add(
          new CheckedSecret(declaration, ground.program().usersOf(declaration.name()), standings));
    }
  }

  /** Returns what was looked at. */
  List<CheckedSecret> secrets() {
    return secrets;
  }

  /** Returns the damage that was told with the secret it hits. */
  Set<StoreException> told() {
    return told;
  }

  private SecretStanding check(Declaration declaration, Environment environment) {
    SecretName name = declaration.name();
    boolean overridden = overrides != null && overrides.contains(name);
    Presence presence = Presence.of(declaration, environment, index, overridden);
    Environment holder = index.holder(name, environment);
    switch (presence) {
      case MISSING, OUTDATED -> findings.add(missing(declaration, environment, presence, holder));
      case DAMAGED -> findings.add(damaged(name, environment));
      case EXTERNAL -> findings.add(external(name, environment));
      default -> {}
    }
    int version = holder == null ? 0 : index.version(name, holder);
    return new SecretStanding(environment, presence, version);
  }

  private GateFinding external(SecretName name, Environment environment) {
    String fact = name + " is supplied by the platform for " + environment + ", and not checked";
    return finding(GateRule.EXTERNAL, name, environment, fact, "");
  }

  private GateFinding finding(
      GateRule rule, SecretName name, Environment environment, String fact, String fix) {
    return GateFinding.of(rule, fact, fix)
        .about(name, ground.program().usersOf(name))
        .in(environment);
  }

  private GateFinding missing(
      Declaration declaration,
      Environment environment,
      Presence presence,
      @Nullable Environment holder) {
    SecretName name = declaration.name();
    boolean isOutdated = presence == Presence.OUTDATED;
    String fact =
        isOutdated
            ? name + " has an outdated value for " + environment + ", below its min-version"
            : name + " has no value for " + environment;
    String fix =
        Remedy.missing(declaration, holder == null ? environment : holder) + ground.afterwards();
    GateRule rule = isOutdated ? GateRule.OUTDATED : GateRule.MISSING;
    return finding(rule, name, environment, fact + ground.where(), fix)
        .with(Wording.line("set for", index.environmentsOf(name)));
  }

  private GateFinding damaged(SecretName name, Environment environment) {
    String fact = name + " cannot be read for " + environment + ground.where();
    StoreException cause = index.damage(name, environment);
    if (cause == null) {
      return finding(GateRule.DAMAGED, name, environment, fact, "");
    }
    told.add(cause);
    GateFinding finding =
        finding(GateRule.DAMAGED, name, environment, fact, cause.fix() + ground.afterwards())
            .with(cause.fact());
    return cause instanceof StoreFormatException place
        ? finding.at(place.file(), place.line())
        : finding;
  }
}
