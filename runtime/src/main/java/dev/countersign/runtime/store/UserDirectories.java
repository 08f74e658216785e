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
   * @param home the system property {@code user.home}, for where {@code $HOME} does not say
   */
  public static Path identityFile(Map<String, String> environment, String osName, String home) {
    return configuration(environment, osName, home).resolve(APPLICATION).resolve("identity");
  }

  /**
   * Returns where this command keeps what it noted about a user's checkouts: below {@code
   * %LOCALAPPDATA%} on Windows, elsewhere below {@code $XDG_STATE_HOME} or {@code ~/.local/state}.
   *
   * @param environment the process environment
   * @param osName the system property {@code os.name}
   * @param home the system property {@code user.home}, for where {@code $HOME} does not say
   */
  public static Path state(Map<String, String> environment, String osName, String home) {
    Path directory =
        isWindows(osName)
            ? named(environment, "LOCALAPPDATA", Path.of(home, "AppData", "Local"))
            : named(environment, "XDG_STATE_HOME", home(environment, home).resolve(".local/state"));
    return directory.resolve(APPLICATION);
  }

  /**
   * Returns where this command keeps what it can make anew at any time: below {@code
   * %LOCALAPPDATA%} on Windows and {@code ~/Library/Caches} on macOS, elsewhere below {@code
   * ~/.cache}; where it is set, below {@code $XDG_CACHE_HOME}, but on Windows.
   *
   * @param environment the process environment
   * @param osName the system property {@code os.name}
   * @param home the system property {@code user.home}, for where {@code $HOME} does not say
   */
  public static Path cache(Map<String, String> environment, String osName, String home) {
    if (isWindows(osName)) {
      return state(environment, osName, home).resolve("cache");
    }
    String usual = osName.startsWith("Mac") ? "Library/Caches" : ".cache";
    return named(environment, "XDG_CACHE_HOME", home(environment, home).resolve(usual))
        .resolve(APPLICATION);
  }

  private static Path configuration(Map<String, String> environment, String osName, String home) {
    return isWindows(osName)
        ? named(environment, "APPDATA", Path.of(home, "AppData", "Roaming"))
        : named(environment, "XDG_CONFIG_HOME", home(environment, home).resolve(".config"));
  }

  private static boolean isWindows(String osName) {
    return osName.startsWith("Windows");
  }

  /** What {@code ~} is to a shell and to git; Java asks the user database alone. */
  private static Path home(Map<String, String> environment, String home) {
    return named(environment, "HOME", Path.of(home));
  }

  /** A relative path is to be ignored, says the XDG specification. */
  private static Path named(Map<String, String> environment, String variable, Path usual) {
    String named = environment.getOrDefault(variable, "");
    return !named.isEmpty() && Path.of(named).isAbsolute() ? Path.of(named) : usual;
  }
}
