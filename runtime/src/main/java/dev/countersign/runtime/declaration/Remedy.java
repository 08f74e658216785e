package dev.countersign.runtime.declaration;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;

/** The commands that mend what a check finds, worded once for compiler, runtime and command. */
public final class Remedy {
  private Remedy() {}

  /** Returns what declares a name and gives it a first value. */
  public static String undeclared(String name) {
    return "secret set --type local " + name + "   (declares it too)";
  }

  /** Returns what gives a declared secret the value it lacks in an environment. */
  public static String missing(Declaration declaration, Environment environment) {
    String name = declaration.name().value();
    if (declaration.external().contains(environment.type())) {
      return "set the variable " + variable(declaration) + " where the program runs";
    }
    String set = "secret set " + option(environment) + " " + name;
    return environment.type() == EnvironmentType.LOCAL
        ? set + ", or for you alone: secret set --override " + name
        : set;
  }

  private static String option(Environment environment) {
    return environment.name() == null
        ? "--type " + environment.type()
        : "--env " + environment.name();
  }

  private static String variable(Declaration declaration) {
    return declaration.env().isEmpty() ? declaration.name().value() : declaration.env().get(0);
  }
}
