package dev.countersign.runtime.declaration;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import org.jspecify.annotations.Nullable;

/** The commands that mend what a check finds, worded once for compiler, runtime and command. */
public final class Remedy {
  private Remedy() {}

  /**
   * Returns what mends the use of a name that is not declared: to write another, or to declare it.
   *
   * @param other the declared name that differs in the case of letters only, or null
   */
  public static String undeclared(String name, @Nullable SecretName other) {
    if (other != null) {
      return "write " + other + "; the case of letters counts";
    }
    return SecretName.isValid(name)
        ? "secret set --type local " + name + "   (declares it too)"
        : "use the name of a secret: " + SecretName.RULE;
  }

  /** Returns what gives a declared secret the value it lacks in an environment. */
  public static String missing(Declaration declaration, Environment environment) {
    if (declaration.external().contains(environment.type())) {
      return "set the variable " + variable(declaration) + " where the program runs";
    }
    String set = set(declaration.name(), environment);
    return environment.type() == EnvironmentType.LOCAL
        ? set + ", or for you alone: secret set --override " + declaration.name()
        : set;
  }

  /** Returns what sets a value anew. */
  public static String set(SecretName name, Environment environment) {
    return "secret set " + option(environment) + " " + name;
  }

  /** Returns the option that names an environment: {@code --type prod}, {@code --env eu-west}. */
  public static String option(Environment environment) {
    return environment.name() == null
        ? "--type " + environment.type()
        : "--env " + environment.name();
  }

  private static String variable(Declaration declaration) {
    return declaration.env().isEmpty() ? declaration.name().value() : declaration.env().get(0);
  }
}
