package dev.countersign.runtime.declaration;

import dev.countersign.runtime.EnvironmentType;
import java.util.Map;

/** A lowest version belongs to one environment type and is a version that a store can hold. */
final class MinVersionRule {
  private MinVersionRule() {}

  static void read(Section table, String key, Map<EnvironmentType, Integer> versions) {
    EnvironmentType type = TypeNames.read(key, table.place(key), table);
    Long version = table.number(key);
    if (version != null && (version < 1 || version > Integer.MAX_VALUE)) {
      table.report(table.valuePlace(key), "a version is a number from 1 to " + Integer.MAX_VALUE);
    } else if (type != null && version != null && versions.put(type, version.intValue()) != null) {
      table.report(table.place(key), "min-version names " + type + " twice: remove one");
    }
  }
}
