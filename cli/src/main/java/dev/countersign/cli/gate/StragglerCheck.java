package dev.countersign.cli.gate;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.store.Invocation;
import dev.countersign.runtime.store.StoreIndex;
import dev.countersign.runtime.store.Straggler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every value is sealed to the newest key of its type. */
public final class StragglerCheck {
  private static final int SHOWN = 5;

  private StragglerCheck() {}

  /** Returns what merged branches leave: values sealed to an older key, by what mends them. */
  public static List<GateFinding> of(StoreIndex index, Collection<EnvironmentType> types) {
    Map<String, List<Straggler>> byRemedy = new TreeMap<>();
    for (Straggler straggler : index.stragglers()) {
      EnvironmentType type = straggler.environment().type();
      if (types.contains(type)) {
        String command = Invocation.forFile(straggler.file());
        byRemedy
            .computeIfAbsent(
                command + " rekey --type " + type + " --finish", absent -> new ArrayList<>())
            .add(straggler);
      }
    }
    List<GateFinding> findings = new ArrayList<>();
    for (Map.Entry<String, List<Straggler>> entry : byRemedy.entrySet()) {
      findings.add(
          GateFinding.of(
                  GateRule.STRAGGLER,
                  "still sealed to an older key of the type: " + shown(entry.getValue()),
                  entry.getKey())
              .at(entry.getValue().get(0).file(), 0));
    }
    return findings;
  }

  private static String shown(List<Straggler> stragglers) {
    List<String> values = new ArrayList<>();
    for (Straggler straggler : stragglers) {
      values.add(straggler.name() + " for " + straggler.environment());
    }
    int more = values.size() - SHOWN;
    return more <= 0
        ? Wording.list(values)
        : Wording.list(values.subList(0, SHOWN)) + " and " + more + " more";
  }
}
