package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.declaration.ValueRules;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.store.StoreException;
import java.util.Arrays;
import java.util.List;

/** Sets a value. Needs no private key. */
final class SetCommand implements Command {
  private static final Option NEW =
      Option.flag("--new", "declare the name although one like it is declared");

  @Override
  public Syntax syntax() {
    return Syntax.of("set", "set a value, typed when asked or read from standard input")
        .oneOf(Targets.TYPES, Targets.ENVIRONMENT, Targets.OVERRIDE)
        .options(NEW, Values.EXACT, Values.EMPTY, Values.NO_CONFIRM, KeyPins.ACCEPT_KEY)
        .parameter(Names.NAME)
        .surplus(Values.NEVER_ARGUMENTS)
        .detail(
            """
            The value is sealed to the type's public key: no private key is needed to set one. A
            name that is not declared yet is declared too. From standard input, one line end at the
            end is dropped; a value may have several lines.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context)
      throws Failure, StoreException, DotenvFormatException {
    SecretName name = Names.parse(arguments.get(Names.NAME));
    Values values = new Values(context, arguments);
    values.requireSource();
    Workspace workspace = Workspace.open(context);
    List<Environment> environments = Targets.all(arguments, workspace.declarations());
    Destination destination = destination(name, arguments, environments, workspace);
    destination.rehearse();
    destination.checkKeys(new KeyPins(workspace, arguments, context, User.identities(context)));
    byte[] value = values.read(destination.label());
    for (String line : write(value, destination)) {
      context.out().println(line);
    }
    Targets.warnUnlessDeclared(destination.declaration(), environments, context);
    if (arguments.has(Targets.OVERRIDE)) {
      Git.warnUnlessIgnored(workspace.root(), context);
    }
    return ExitStatus.DONE;
  }

  private static Destination destination(
      SecretName name, Arguments arguments, List<Environment> environments, Workspace workspace)
      throws Failure {
    Declaration declared = workspace.declarations().find(name);
    boolean isNew = declared == null;
    Declaration declaration =
        declared == null ? declare(name, arguments.has(NEW), workspace) : declared;
    return arguments.has(Targets.OVERRIDE)
        ? new OverrideDestination(workspace, declaration, isNew)
        : new StoreDestination(workspace, declaration, isNew, environments);
  }

  private static Declaration declare(SecretName name, boolean isMeant, Workspace workspace)
      throws Failure {
    Declaration declaration = new NewDeclaration(name, workspace).plain();
    List<String> similar = workspace.similar(name);
    if (!similar.isEmpty() && !isMeant) {
      throw Failure.refused(
          name
              + " is not declared, and there is a name like it: nothing was set"
              + Text.similar(similar)
              + "\n  fix: write "
              + similar.get(0)
              + ", or pass --new to declare "
              + name
              + " too");
    }
    return declaration;
  }

  private static List<String> write(byte[] value, Destination destination)
      throws Failure, StoreException, DotenvFormatException {
    try {
      String problem = ValueRules.problem(destination.declaration(), value);
      if (problem != null) {
        throw Failure.refused(
            "the value of "
                + destination.label()
                + " "
                + problem
                + ": nothing was set\n  fix: set one that does, or edit the declaration in "
                + Project.FILE);
      }
      return destination.write(value);
    } finally {
      Arrays.fill(value, (byte) 0);
    }
  }
}
