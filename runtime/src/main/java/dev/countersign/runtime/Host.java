package dev.countersign.runtime;

import dev.countersign.runtime.store.UserDirectories;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The process that the program runs in, as far as resolution depends on it.
 *
 * @param variables the process environment
 * @param properties the system properties
 * @param workingDirectory where the process was started
 */
record Host(Map<String, String> variables, Map<String, String> properties, Path workingDirectory) {
  static final String ENVIRONMENT = "countersign.environment";
  static final String ROOT = "countersign.root";
  static final String DEBUG = "countersign.debug";
  static final String CONTAINER_SECRETS = "container.secrets"; // never read from the process

  /** Returns the process at hand. */
  static Host current() {
    return new Host(
        System.getenv(), properties(System.getProperties()), Path.of("").toAbsolutePath());
  }

  /** Returns the same process, in which these were chosen before all else; null is no choice. */
  Host choosing(@Nullable String environment, @Nullable Path root) {
    Map<String, String> chosen = new HashMap<>(properties);
    if (environment != null) {
      chosen.put(ENVIRONMENT, environment);
    }
    if (root != null) {
      chosen.put(ROOT, root.toString());
    }
    return new Host(variables, chosen, workingDirectory);
  }

  private static Map<String, String> properties(Properties system) {
    Map<String, String> properties = new HashMap<>();
    for (String name : new String[] {ENVIRONMENT, ROOT, DEBUG, "os.name", "user.home"}) {
      String value = system.getProperty(name);
      if (value != null) {
        properties.put(name, value);
      }
    }
    return properties;
  }

  /** Returns a variable, or null; an empty one counts as unset. */
  @Nullable String variable(String name) {
    return nonEmpty(variables.get(name));
  }

  /**
   * Returns what a setting was chosen by, in the words of a message.
   *
   * @param method what the builder chooses it with, in place of the property
   */
  String chooser(String property, String method, String variable) {
    return nonEmpty(properties.get(property)) == null
        ? variable
        : "-D" + property + ", or " + method + "(…) of the builder,";
  }

  /** Returns a setting: the system property if it is set, or else the variable, or null. */
  @Nullable String setting(String property, String variable) {
    String value = nonEmpty(properties.get(property));
    return value == null ? variable(variable) : value;
  }

  /** Returns where containers have their secrets, or null where there are no such containers. */
  @Nullable Path containerSecrets() {
    String place = properties.getOrDefault(CONTAINER_SECRETS, "/run/secrets");
    boolean isWindows = properties.getOrDefault("os.name", "").startsWith("Windows");
    return isWindows ? null : Path.of(place); // there anybody may make it
  }

  /** Returns where this user's identity is kept. */
  Path identityFile() {
    return UserDirectories.identityFile(
        variables,
        properties.getOrDefault("os.name", ""),
        properties.getOrDefault("user.home", ""));
  }

  private static @Nullable String nonEmpty(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }
}
