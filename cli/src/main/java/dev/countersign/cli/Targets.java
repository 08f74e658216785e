package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.NearMisses;
import dev.countersign.runtime.declaration.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Environment types and environments on the command line. */
final class Targets {
  /** The types there are. */
  static final Words KNOWN = Words.oneOf(ids());

  static final Option TYPE =
      Option.taking("--type", "TYPE", "environment type: " + known()).of(KNOWN);
  static final Option TYPES =
      Option.taking("--type", "TYPE[,TYPE…]", "environment types: " + known()).of(KNOWN.listed());
  static final Option ENVIRONMENT =
      Option.taking("--env", "NAME", "a named environment, as in [environments] of secrets.toml")
          .of(Words.ENVIRONMENT);

  static final Option OVERRIDE =
      Option.flag("--override", "your own .secrets.local: for you alone, in type local");

  private Targets() {}

  /** Returns the one environment that {@code --type} or {@code --env} names. */
  static Environment one(Arguments arguments, Declarations declarations) throws Failure {
    String type = arguments.find(TYPE);
    return type == null
        ? environment(String.valueOf(arguments.find(ENVIRONMENT)), declarations)
        : Environment.of(type(type));
  }

  /** Returns the types of a list with commas, each once, in the order of the types. */
  static Set<EnvironmentType> types(String list) throws Failure {
    Set<EnvironmentType> types = new TreeSet<>();
    for (String text : split(list)) {
      types.add(type(text));
    }
    return types;
  }

  /** Returns the type that a text names by its short or its long name. */
  static EnvironmentType type(String text) throws Failure {
    EnvironmentType type = EnvironmentType.find(text);
    if (type == null) {
      throw Failure.usage(Text.unknown(text, "an environment type", ids()));
    }
    return type;
  }

  /** Returns a declared environment. */
  static Environment environment(String text, Declarations declarations) throws Failure {
    EnvironmentType type = declarations.environments().get(text);
    if (type != null) {
      return new Environment(type, text);
    }
    throw unknown(text, declarations);
  }

  /** Returns what to say of an environment that is not declared. */
  static Failure unknown(String text, Declarations declarations) {
    if (EnvironmentType.find(text) != null) {
      return Failure.usage("\"" + text + "\" is a type, not an environment: --type " + text);
    }
    return Failure.usage(
        "there is no environment \""
            + text
            + "\""
            + Text.similar(NearMisses.of(text, declarations.environments().keySet()))
            + "\n  fix: declare it in secrets.toml, [environments], "
            + text
            + " = \"prod\"");
  }

  /** Returns the environment that a word names, whether by type or by its own name. */
  static Environment place(String text, Declarations declarations) throws Failure {
    Environment environment = declarations.environment(text);
    if (environment != null) {
      return environment;
    }
    List<String> known = new ArrayList<>(declarations.environments().keySet());
    known.addAll(ids());
    throw Failure.usage(
        "\""
            + text
            + "\" is no environment type and no environment of [environments] in secrets.toml"
            + Text.similar(NearMisses.of(text, known)));
  }

  /** Returns every environment that {@code --type} and {@code --env} name. */
  static List<Environment> all(Arguments arguments, Declarations declarations) throws Failure {
    List<Environment> environments = new ArrayList<>();
    String types = arguments.find(TYPES);
    if (types != null) {
      for (EnvironmentType type : types(types)) {
        environments.add(Environment.of(type));
      }
    }
    for (String name : arguments.all(ENVIRONMENT)) {
      environments.add(environment(name, declarations));
    }
    return environments;
  }

  /** Returns each type, and behind it the environments of that type. */
  static List<Environment> everywhere(Declarations declarations) {
    List<Environment> environments = new ArrayList<>();
    for (EnvironmentType type : EnvironmentType.values()) {
      environments.addAll(declarations.environmentsOf(type));
    }
    return environments;
  }

  /**
   * Warns of a value in a type that the declaration leaves out. It counts there, so that a
   * developer may try something; whoever took the wrong type has shown it to that type's readers.
   */
  static void warnUnlessDeclared(
      Declaration declaration, List<Environment> environments, Context context) {
    for (Environment environment : environments) {
      EnvironmentType type = environment.type();
      if (!declaration.optional() && !declaration.types().contains(type)) {
        context.err().println("warning: " + undeclaredType(declaration, environment));
      }
    }
  }

  private static String undeclaredType(Declaration declaration, Environment environment) {
    return declaration.name()
        + " is declared for "
        + Text.list(declaration.types())
        + " only, and now has a value for "
        + environment
        + "\n  fix: secret unset "
        + option(environment)
        + " "
        + declaration.name()
        + ", or add "
        + environment.type()
        + " to its types in "
        + Project.FILE;
  }

  /** Returns the option that names an environment: {@code --type prod}, {@code --env eu-west}. */
  static String option(Environment environment) {
    return environment.name() == null
        ? "--type " + environment.type()
        : "--env " + environment.name();
  }

  private static String known() {
    return String.join(", ", ids());
  }

  static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (EnvironmentType type : EnvironmentType.values()) {
      ids.add(type.id());
    }
    return ids;
  }

  /** Returns the parts of a list with commas. */
  static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int comma = list.indexOf(','); comma >= 0; comma = list.indexOf(',', start)) {
      parts.add(list.substring(start, comma).strip());
      start = comma + 1;
    }
    parts.add(list.substring(start).strip());
    return parts;
  }
}
