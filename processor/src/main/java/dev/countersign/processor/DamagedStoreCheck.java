package dev.countersign.processor;

import dev.countersign.runtime.store.Damage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the store holds of the secrets in use is whole, in every environment. Each damage is
 * reported once: at the first use of the secret, or at the first use of all for a whole file.
 */
final class DamagedStoreCheck implements Check {
  private final Set<Damage> reported = new HashSet<>();

  @Override
  public List<Report> check(Use use, ProjectFacts facts) {
    List<Report> reports = new ArrayList<>();
    for (Damage damage : facts.index().damages(use.name())) {
      if (reported.add(damage)) {
        reports.add(report(use, damage));
      }
    }
    return reports;
  }

  private static Report report(Use use, Damage damage) {
    return Report.of(Code.DAMAGED_STORE, use.site(), damage.cause().fact())
        .fix(damage.cause().fix());
  }
}
