package dev.countersign.runtime.store;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import org.jspecify.annotations.Nullable;

/**
 * What the plaintext of a moved block says it is. Only a whole and valid line is repeated: of any
 * other plaintext, which may be a value, nothing is.
 */
final class FrameClaim {
  private FrameClaim() {}

  /** Returns {@code GitHubAPIToken v3 of prod}, or null if the line does not say such a thing. */
  static @Nullable String of(String line) {
    int environment = ValueFrame.MAGIC.length();
    int name = line.indexOf(' ', environment) + 1;
    int version = line.indexOf(' ', Math.max(name, environment)) + 1;
    if (!line.startsWith(ValueFrame.MAGIC) || name == 0 || version == 0) {
      return null;
    }
    return of(
        line.substring(environment, name - 1),
        line.substring(name, version - 1),
        line.substring(version));
  }

  private static @Nullable String of(String environment, String name, String version) {
    boolean valid =
        isEnvironment(environment) && SecretName.isValid(name) && Versions.parse(version) > 0;
    return valid ? name + " v" + version + " of " + environment : null;
  }

  private static boolean isEnvironment(String text) {
    int at = text.indexOf('@');
    EnvironmentType type = EnvironmentType.find(at < 0 ? text : text.substring(0, at));
    return type != null && (at < 0 || ClearLines.isEnvironmentName(text.substring(at + 1)));
  }
}
