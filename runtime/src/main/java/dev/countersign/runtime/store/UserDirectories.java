package dev.countersign.runtime.store;

import java.nio.file.Path;
import java.util.Map;

/** Where a user's own files are, by the conventions of the system. */
public final class UserDirectories {
  private static final String APPLICATION = "countersign";

  private UserDirectories() {}

  /**
   * Returns where the user's identity file is, or would be: below {@code %APPDATA%} on Windows,
   * elsewhere below {@code $XDG_CONFIG_HOME} or {@code ~/.config}, on macOS too.
   *
   * @param environment the process environment
   * @param osName the system property {@code os.name}
   * @param home the system property {@code user.home}
   */
  public static Path identityFile(Map<String, String> environment, String osName, String home) {
    return configuration(environment, osName, home).resolve(APPLICATION).resolve("identity");
  }

  private static Path configuration(Map<String, String> environment, String osName, String home) {
    boolean windows = osName.startsWith("Windows");
    String named = environment.getOrDefault(windows ? "APPDATA" : "XDG_CONFIG_HOME", "");
    // A relative path is to be ignored, says the XDG specification
    if (!named.isEmpty() && Path.of(named).isAbsolute()) {
      return Path.of(named);
    }
    return windows ? Path.of(home, "AppData", "Roaming") : Path.of(home, ".config");
  }
}
