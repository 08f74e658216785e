package dev.countersign.runtime.declaration;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Process variables that mean something to the system, so that no secret may travel in them. */
public final class SystemVariables {
  private static final Set<String> NAMES =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "SHELL",
          "TMPDIR",
          "PWD",
          "JAVA_TOOL_OPTIONS",
          "NODE_OPTIONS",
          "JDK_JAVA_OPTIONS",
          "_JAVA_OPTIONS",
          "JAVA_HOME",
          "CLASSPATH",
          "USERNAME",
          "USERPROFILE",
          "SYSTEMROOT",
          "TEMP",
          "TMP");
  private static final List<String> PREFIXES = List.of("LD_", "DYLD_", "COUNTERSIGN_");

  private SystemVariables() {}

  /** Says whether a variable is the system's. Case does not count, since Windows ignores it. */
  public static boolean contains(String variable) {
    String upper = variable.toUpperCase(Locale.ROOT);
    for (String prefix : PREFIXES) {
      if (upper.startsWith(prefix)) {
        return true;
      }
    }
    return NAMES.contains(upper);
  }
}
