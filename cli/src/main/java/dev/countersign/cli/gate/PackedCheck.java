package dev.countersign.cli.gate;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is packed is what the checkout holds: if not, it was changed after the program was built.
 */
final class PackedCheck {
  private PackedCheck() {}

  static void check(Ground ground, List<Environment> environments, List<GateFinding> findings) {
    Checkout checkout = ground.checkout();
    PackedFiles packed = ground.packed();
    if (checkout == null || packed == null) {
      return;
    }
    StoreIndex here = StoreIndex.read(new StoreDirectory(checkout.root()), ground.declarations());
    Set<String> differences = new TreeSet<>();
    for (SecretName name : ground.declarations().secrets().keySet()) {
      for (Environment environment : withTypes(environments)) {
        int there = ground.index().version(name, environment);
        int now = here.version(name, environment);
        if (there != now) {
          differences.add(
              name
                  + " for "
                  + environment
                  + " is "
                  + text(there)
                  + " there and "
                  + text(now)
                  + " here");
        }
      }
    }
    if (!differences.isEmpty()) {
      GateFinding finding =
          GateFinding.of(
              GateRule.PACKED_DIFFERS,
              "the store packed into " + packed.origin() + " is not that of the checkout",
              "build it again");
      for (String each : differences) {
        finding = finding.with(each);
      }
      findings.add(finding.at(packed.origin(), 0));
    }
  }

  /** Returns the environments, and the types they fall back to. */
  private static List<Environment> withTypes(List<Environment> environments) {
    Set<Environment> all = new TreeSet<>(environments);
    for (Environment environment : environments) {
      all.add(environment.withoutName());
    }
    return new ArrayList<>(all);
  }

  private static String text(int version) {
    return version == 0 ? "not set" : "v" + version;
  }
}
