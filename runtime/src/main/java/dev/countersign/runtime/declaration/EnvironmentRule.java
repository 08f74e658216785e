package dev.countersign.runtime.declaration;

import dev.countersign.runtime.EnvironmentType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The name of an environment is the stem of a file, on every system, and no type's. */
final class EnvironmentRule {
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
  private static final List<String> NUMBERED_DEVICES = List.of("com", "lpt");

  private EnvironmentRule() {}

  /** Returns what is wrong with a name, or null. */
  static @Nullable String fault(String name) {
    if (!ApplicationName.isValid(name)) {
      return "\"" + name + "\" is not the name of an environment: " + ApplicationName.RULE;
    }
    if (EnvironmentType.find(name) != null) {
      return name + " is an environment type and needs no entry: remove it, or choose another name";
    }
    return isDevice(name)
        ? name + " is a device on Windows and cannot be a file's name: choose another"
        : null;
  }

  private static boolean isDevice(String name) {
    return DEVICES.contains(name)
        || (name.length() == 4
            && NUMBERED_DEVICES.contains(name.substring(0, 3))
            && Character.isDigit(name.charAt(3)));
  }
}
