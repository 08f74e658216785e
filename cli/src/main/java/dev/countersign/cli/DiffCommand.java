package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.store.StoreException;
import java.util.List;

/** Tells which secrets have different values in two environments, and never a value. */
final class DiffCommand implements Command {
  private static final Parameter ONE =
      Parameter.required("ONE", "a type or a named environment").of(Words.PLACE);
  private static final Parameter OTHER = Parameter.required("OTHER", "another").of(Words.PLACE);
  private static final Option ALL = Option.flag("--all", "list those too that are the same");
  private static final Option JSON = Option.flag("--json", "print JSON");

  @Override
  public Syntax syntax() {
    return Syntax.of("diff", "tell which secrets differ between two environments")
        .options(ALL, JSON, KeyPins.ACCEPT_KEY)
        .parameter(ONE)
        .parameter(OTHER)
        .detail(
            """
            Compares what the store holds, never your .secrets.local, and shows names and versions
            alone. You must be a reader of both types. A named environment has its type's value
            where it has none of its own. Exit status 1 if anything differs.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, StoreException {
    Workspace workspace = Workspace.open(context);
    Environment one = Targets.place(arguments.get(ONE), workspace.declarations());
    Environment other = Targets.place(arguments.get(OTHER), workspace.declarations());
    if (one.equals(other)) {
      throw Failure.usage("both are " + one + ": name two that can differ");
    }
    KeyPins pins = new KeyPins(workspace, arguments, context, User.identities(context));
    Difference difference = new Difference(one, other, workspace);
    difference.compare(pins, new Progress("comparing", context.err(), System::nanoTime));
    boolean all = arguments.has(ALL);
    context
        .out()
        .print(arguments.has(JSON) ? difference.json(all) : table(difference, all, context));
    if (!arguments.has(JSON)) {
      context.err().println(difference.summary());
    }
    return difference.count() == 0 ? ExitStatus.DONE : ExitStatus.NO;
  }

  private static String table(Difference difference, boolean all, Context context) {
    List<List<String>> rows = difference.rows(all);
    return rows.size() == 1 ? "" : Table.on(Screen.of(context), rows, new Difference.Painter());
  }
}
