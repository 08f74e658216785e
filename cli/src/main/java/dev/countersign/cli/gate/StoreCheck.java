package dev.countersign.cli.gate;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.store.Damage;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreFormatException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The files of the store are sound, for the environments that were asked for. */
final class StoreCheck {
  private StoreCheck() {}

  /**
   * Tells what is wrong with whole files.
   *
   * @param told the damage that was told already, with some secret
   */
  static void check(
      Ground ground,
      List<Environment> environments,
      Set<StoreException> told,
      List<GateFinding> findings) {
    for (SecretName name : ground.declarations().secrets().keySet()) {
      for (Environment environment : environments) {
        for (Damage damage : ground.index().damages(name)) {
          if (damage.name() == null && damage.hits(environment) && told.add(damage.cause())) {
            findings.add(damaged(damage.cause(), ground).in(environment));
          }
        }
      }
    }
    findings.addAll(StragglerCheck.of(ground.index(), types(environments)));
  }

  private static GateFinding damaged(StoreException cause, Ground ground) {
    GateFinding finding =
        GateFinding.of(
            GateRule.DAMAGED, cause.fact() + ground.where(), cause.fix() + ground.afterwards());
    return cause instanceof StoreFormatException place
        ? finding.at(place.file(), place.line())
        : finding;
  }

  private static Set<EnvironmentType> types(List<Environment> environments) {
    Set<EnvironmentType> types = EnumSet.noneOf(EnvironmentType.class);
    for (Environment environment : environments) {
      types.add(environment.type());
    }
    return types;
  }
}
