package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.store.StoreException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sets in some environments the values that another has. */
final class CopyCommand implements Command {
  private static final Option FROM =
      Option.taking("--from", "ENVIRONMENT", "a type or a named environment that has the values")
          .of(Words.PLACE);
  private static final Option TO =
      Option.taking("--to", "ENVIRONMENT[,…]", "those that are to have them too")
          .of(Words.PLACE.listed());
  private static final Parameter SECRETS =
      Parameter.someNumber("NAME", "the secrets, all of them in one write").of(Words.SECRET);

  @Override
  public Syntax syntax() {
    return Syntax.of("copy", "set in one environment the values of another")
        .oneOf(FROM)
        .oneOf(TO)
        .options(Occupied.REPLACE, KeyPins.ACCEPT_KEY)
        .parameter(SECRETS)
        .detail(
            """
            You must be a reader of the type copied from; nothing else is opened. A value that is
            there already is kept unless --replace is given, and then nothing at all is copied. Each
            copy is a set: a version of its own. Your .secrets.local plays no part.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, StoreException {
    Set<SecretName> names = new LinkedHashSet<>();
    for (String text : arguments.all(SECRETS)) {
      names.add(Names.parse(text));
    }
    Workspace workspace = Workspace.open(context);
    Declarations declarations = workspace.declarations();
    Environment from = Targets.place(String.valueOf(arguments.find(FROM)), declarations);
    List<Environment> to = targets(String.valueOf(arguments.find(TO)), from, declarations);
    List<Declaration> secrets = new ArrayList<>();
    for (SecretName name : names) {
      secrets.add(workspace.require(name));
    }
    KeyPins pins = new KeyPins(workspace, arguments, context, User.identities(context));
    Copying copying = new Copying(workspace, from, to);
    if (!arguments.has(Occupied.REPLACE)) {
      copying.requireFree(secrets);
    }
    for (String line : copying.run(secrets, pins)) {
      context.out().println(line);
    }
    for (Declaration declaration : secrets) {
      Targets.warnUnlessDeclared(declaration, to, context);
    }
    return ExitStatus.DONE;
  }

  private static List<Environment> targets(String list, Environment from, Declarations declarations)
      throws Failure {
    Set<Environment> targets = new LinkedHashSet<>();
    for (String text : Targets.split(list)) {
      targets.add(Targets.place(text, declarations));
    }
    if (targets.contains(from)) {
      throw Failure.usage("--to " + from + " is where the values come from");
    }
    return List.copyOf(targets);
  }
}
