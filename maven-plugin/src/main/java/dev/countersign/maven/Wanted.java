package dev.countersign.maven;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.declaration.Declarations;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What to check for.
 *
 * @param types the environment types
 * @param environments named environments, which secrets.toml may or may not have
 */
record Wanted(Set<EnvironmentType> types, List<String> environments) {
  private static final String HOW =
      "\n  fix: write <types><type>prod</type></types> into the plugin's <configuration>,"
          + " or pass -Dcountersign.types=prod";

  /** Reads what a pom.xml says. Of nothing, there is nothing to check for, which is no default. */
  static Wanted parse(List<String> types, List<String> environments) throws MojoExecutionException {
    if (types.isEmpty() && environments.isEmpty()) {
      throw new MojoExecutionException("say which environment types to check for" + HOW);
    }
    Set<EnvironmentType> parsed = EnumSet.noneOf(EnvironmentType.class);
    for (String text : types) {
      parsed.add(type(text));
    }
    return new Wanted(parsed, List.copyOf(environments));
  }

  /** Returns every type, and every environment that has a name. */
  static Wanted everything(Declarations declarations) {
    return new Wanted(
        EnumSet.allOf(EnvironmentType.class), List.copyOf(declarations.environments().keySet()));
  }

  /** Returns the types alone, for where nothing declares an environment. */
  Wanted withoutEnvironments() {
    return new Wanted(types, List.of());
  }

  private static EnvironmentType type(String text) throws MojoExecutionException {
    EnvironmentType type = EnvironmentType.find(text);
    if (type == null) {
      throw new MojoExecutionException(
          "\""
              + text
              + "\" is not an environment type, which are "
              + Arrays.toString(EnvironmentType.values()).replaceAll("[\\[\\]]", "")
              + HOW);
    }
    return type;
  }
}
