package dev.countersign.cli.gate;

import dev.countersign.runtime.SecretName;
import java.util.List;

/** Every declared secret is used by some class of what was named; if not, that is worth knowing. */
final class UnusedCheck {
  private UnusedCheck() {}

  static void check(List<CheckedSecret> secrets, List<GateFinding> findings) {
    for (CheckedSecret secret : secrets) {
      SecretName name = secret.declaration().name();
      if (secret.users().isEmpty()) {
        findings.add(
            GateFinding.of(GateRule.UNUSED, name + " is declared, and no class uses it", "")
                .about(name, List.of()));
      }
    }
  }
}
