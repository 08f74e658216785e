package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.store.Invocation;
import dev.countersign.runtime.store.StoreIndex;
import dev.countersign.runtime.store.Straggler;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Warns of values that are sealed to an older key of their type, as merged branches leave them. */
final class Stragglers {
  private static final int SHOWN = 5;

  private Stragglers() {}

  static void warn(StoreIndex index, Collection<EnvironmentType> types, Context context) {
    Map<String, List<String>> byRemedy = new TreeMap<>();
    for (Straggler straggler : index.stragglers()) {
      EnvironmentType type = straggler.environment().type();
      if (types.contains(type)) {
        String command = Invocation.forFile(straggler.file());
        byRemedy
            .computeIfAbsent(
                command + " rekey --type " + type + " --finish", absent -> new ArrayList<>())
            .add(straggler.name() + " for " + straggler.environment());
      }
    }
    for (Map.Entry<String, List<String>> entry : byRemedy.entrySet()) {
      context
          .err()
          .println(
              "warning: still sealed to an older key of the type: "
                  + shown(entry.getValue())
                  + "\n  fix: "
                  + entry.getKey());
    }
  }

  private static String shown(List<String> values) {
    int more = values.size() - SHOWN;
    return more <= 0
        ? Text.list(values)
        : Text.list(values.subList(0, SHOWN)) + " and " + more + " more";
  }
}
