package dev.countersign.runtime;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which environment the program runs in. Not choosing is an error anywhere but in a checkout. */
final class EnvironmentChoice {
  private static final String VARIABLE = "COUNTERSIGN_ENVIRONMENT";

  private final Host host;
  private final Map<String, EnvironmentType> named;

  EnvironmentChoice(Host host, Map<String, EnvironmentType> named) {
    this.host = host;
    this.named = new TreeMap<>(named);
  }

  /**
   * Returns the environment that was chosen, or {@code local} in a developer's checkout.
   *
   * @param checkout the directory that holds secrets.toml, or null if there is none
   * @throws SecretsException if none was chosen, or one that does not exist
   */
  Environment choose(@Nullable Path checkout) {
    String chosen = host.setting(Host.ENVIRONMENT, VARIABLE);
    if (chosen != null) {
      return parse(chosen);
    }
    if (checkout == null || hasKey()) {
      throw new SecretsException(
          "no environment was chosen"
              + (checkout == null ? " and this is no checkout: no secrets.toml was found" : "")
              + "\n  fix: set "
              + VARIABLE
              + "=prod (or -D"
              + Host.ENVIRONMENT
              + "=prod), or one of "
              + known());
    }
    return Environment.of(EnvironmentType.LOCAL);
  }

  private boolean hasKey() {
    for (String variable : host.variables().keySet()) {
      if (variable.startsWith("COUNTERSIGN_KEY") && host.variable(variable) != null) {
        return true;
      }
    }
    return false;
  }

  private Environment parse(String chosen) {
    EnvironmentType type = EnvironmentType.find(chosen);
    if (type != null) {
      return Environment.of(type);
    }
    EnvironmentType typeOfNamed = named.get(chosen);
    if (typeOfNamed == null) {
      throw new SecretsException(
          "there is no environment "
              + chosen
              + "\n  fix: set "
              + VARIABLE
              + " to one of "
              + known());
    }
    return new Environment(typeOfNamed, chosen);
  }

  private String known() {
    StringBuilder known = new StringBuilder("prod, dev, preview, local");
    for (String name : named.keySet()) {
      known.append(", ").append(name);
    }
    return known.toString();
  }
}
