package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.ProjectSecrets;
import dev.countersign.runtime.SecretsException;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.store.StoreException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Runs a command with the secrets of an environment among its variables. */
final class RunCommand implements Command {
  private static final Option MASK =
      Option.flag("--mask", "replace values in what the command prints");
  private static final Parameter COMMAND =
      new Parameter("-- COMMAND", "the command with its arguments", true, true, Words.PROGRAM);

  @Override
  public Syntax syntax() {
    return Syntax.of("run", "run a command with secrets among its variables")
        .oneOf(Targets.TYPE, Targets.ENVIRONMENT)
        .options(Selection.ONLY, MASK, KeyPins.ACCEPT_KEY)
        .parameter(COMMAND)
        .detail(
            """
            Each declared secret that has a value is in the variable of its name and in those that
            it declares. Values come from where a program gets them: the process environment,
            .secrets.local (for local), mounted files, the store. COUNTERSIGN_ variables, which
            hold your keys, are not passed on. A secret that is needed and missing stops it.\
            """)
        .detail(
            """
            The exit status is the command's, or 128 and the number of the signal that ended it;
            127 if there is no such command, 126 if it cannot be run.\
            """)
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context)
      throws Failure, StoreException, DotenvFormatException {
    Workspace workspace = Workspace.open(context);
    Environment environment = Targets.one(arguments, workspace.declarations());
    Selection selection = new Selection(arguments, workspace);
    KeyPins pins = new KeyPins(workspace, arguments, context, User.identities(context));
    List<ExportedValue> values = values(workspace, environment, selection, pins, context);
    requireFitting(values);
    ChildProcess child = new ChildProcess(arguments.all(COMMAND), values, context);
    return child.run(arguments.has(MASK) ? mask(values, context) : null);
  }

  private static List<ExportedValue> values(
      Workspace workspace,
      Environment environment,
      Selection selection,
      KeyPins pins,
      Context context)
      throws Failure, StoreException {
    try {
      ProjectSecrets secrets =
          ProjectSecrets.of(
              workspace.root(),
              workspace.declarations(),
              environment,
              context.environment(),
              context.properties(),
              context.directory(),
              pins.identities());
      return new ResolvedValues(secrets, environment, pins).of(selection);
    } catch (SecretsException e) {
      String message = String.valueOf(e.getMessage());
      throw e.getCause() == null ? Failure.no(message) : Failure.unusable(message);
    }
  }

  private static void requireFitting(List<ExportedValue> values) throws Failure {
    StringBuilder problems = new StringBuilder();
    for (ExportedValue value : values) {
      String problem = ExportFormat.problemOfVariable(value);
      if (problem != null) {
        problems.append("the value of ").append(value.name()).append(' ').append(problem);
        problems.append('\n');
      }
    }
    if (!problems.isEmpty()) {
      throw Failure.refused(
          problems + "  fix: name the secrets that the command needs: " + Selection.ONLY.label());
    }
  }

  private static Mask mask(List<ExportedValue> values, Context context) {
    Mask mask = new Mask();
    Set<byte[]> told = Collections.newSetFromMap(new IdentityHashMap<>()); // by several names
    for (ExportedValue value : values) {
      if (!mask.add(value.bytes()) && told.add(value.bytes())) {
        context.err().println("warning: the value of " + value.name() + " is too short to mask");
      }
    }
    return mask;
  }
}
