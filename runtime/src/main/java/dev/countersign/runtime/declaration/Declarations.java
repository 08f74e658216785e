package dev.countersign.runtime.declaration;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything an application declares, its own secrets and those of the directories it extends.
 *
 * @param application the application's name
 * @param secrets each secret by its name, in order of name
 * @param environments each named environment's type, in order of name
 * @param directories where declarations and stores are, in order of precedence: empty for the root,
 *     then each extended directory relative to it
 */
public record Declarations(
    String application,
    Map<SecretName, Declaration> secrets,
    Map<String, EnvironmentType> environments,
    List<String> directories) {

  /** Copies what it is given, and sorts it. */
  public Declarations {
    secrets = Collections.unmodifiableMap(new TreeMap<>(secrets));
    environments = Collections.unmodifiableMap(new TreeMap<>(environments));
    directories = List.copyOf(directories);
  }

  /** Returns the declaration of a name, or null if it is not declared. */
  public @Nullable Declaration find(SecretName name) {
    return secrets.get(name);
  }

  /** Returns the declared name that this text spells when case is ignored, or null. */
  public @Nullable SecretName findIgnoringCase(String name) {
    for (SecretName declared : secrets.keySet()) {
      if (declared.value().equalsIgnoreCase(name)) {
        return declared;
      }
    }
    return null;
  }

  /**
   * Returns what a type, its alias or the name of an environment stands for, or null if nothing.
   */
  public @Nullable Environment environment(String text) {
    EnvironmentType type = EnvironmentType.find(text);
    if (type != null) {
      return Environment.of(type);
    }
    EnvironmentType named = environments.get(text);
    return named == null ? null : new Environment(named, text);
  }

  /** Returns the environments of a type: the type itself, then the named ones in order of name. */
  public List<Environment> environmentsOf(EnvironmentType type) {
    List<Environment> all = new ArrayList<>();
    all.add(Environment.of(type));
    for (Map.Entry<String, EnvironmentType> named : environments.entrySet()) {
      if (named.getValue() == type) {
        all.add(new Environment(type, named.getKey()));
      }
    }
    return Collections.unmodifiableList(all);
  }
}
