package dev.countersign.runtime;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which environment the program runs in. Not choosing is an error anywhere but in a checkout. */
final class EnvironmentChoice {
  private static final String VARIABLE = "COUNTERSIGN_ENVIRONMENT";
  private static final String KEY = "COUNTERSIGN_KEY";

  private final Host host;
  private final Map<String, EnvironmentType> named;

  EnvironmentChoice(Host host, Map<String, EnvironmentType> named) {
    this.host = host;
    this.named = new TreeMap<>(named);
  }

  /**
   * Returns the environment that was chosen, or {@code local} in a developer's checkout.
   *
   * @param root where the store is, or null if there is none
   * @throws SecretsException if none was chosen, or one that does not exist
   */
  Environment choose(@Nullable Root root) {
    String chosen = host.setting(Host.ENVIRONMENT, VARIABLE);
    if (chosen != null) {
      return parse(chosen);
    }
    String reason = notLocal(root);
    if (reason != null) {
      throw new SecretsException(
          "no environment was chosen, and "
              + reason
              + "\n  fix: set "
              + VARIABLE
              + "=prod (or -D"
              + Host.ENVIRONMENT
              + "=prod), or one of "
              + known());
    }
    return Environment.of(EnvironmentType.LOCAL);
  }

  /** Returns why this is no developer's checkout, or null if it is one. */
  private @Nullable String notLocal(@Nullable Root root) {
    if (root != null && root.packedInto() != null) {
      return "with the store packed into " + root.packedInto() + " it is not taken for local";
    }
    if (root == null || root.checkout() == null) {
      return "this is no checkout: no secrets.toml was found";
    }
    String key = key();
    return key == null ? null : "with " + key + " set it is not taken for local";
  }

  private @Nullable String key() {
    for (String variable : new TreeSet<>(host.variables().keySet())) {
      if (variable.startsWith(KEY) && host.variable(variable) != null) {
        return variable;
      }
    }
    return null;
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
              + chooser()
              + " to one of "
              + known());
    }
    return new Environment(typeOfNamed, chosen);
  }

  private String chooser() {
    return host.chooser(Host.ENVIRONMENT, "environment", VARIABLE);
  }

  private String known() {
    StringBuilder known = new StringBuilder("prod, dev, preview, local");
    for (String name : named.keySet()) {
      known.append(", ").append(name);
    }
    return known.toString();
  }
}
