package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.store.Damage;
import dev.countersign.runtime.store.StoreIndex;
import java.util.List;

/** Shows which secret is set where. Needs no key and opens nothing. */
final class ListCommand implements Command {
  private static final Option JSON = Option.flag("--json", "print JSON, with versions");

  @Override
  public Syntax syntax() {
    return Syntax.of("list", "show which secret is set for which environment")
        .options(JSON)
        .detail(
            """
            set         the store holds a value: for a named environment, its own or its type's
            overridden  your .secrets.local stands in, for you alone
            missing     needed, and there is none
            outdated    its version is below the declared min-version
            damaged     the file or the block that should hold it cannot be used
            optional    there is none, and none is needed
            external    the platform supplies it
            -           not needed there""")
        .detail("No key is needed: nothing is opened, so a value that is set may still not open.")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, DotenvFormatException {
    Workspace workspace = Workspace.open(context);
    StoreIndex index = workspace.index();
    OverrideNames overrides = OverrideNames.read(workspace.root());
    Matrix matrix = new Matrix(workspace, index, overrides);
    boolean json = arguments.has(JSON);
    context.out().print(json ? matrix.json() : table(matrix, workspace, context));
    return notes(workspace, index, overrides, context);
  }

  private static String table(Matrix matrix, Workspace workspace, Context context) {
    if (workspace.declarations().secrets().isEmpty()) {
      context.err().println("no secret is declared\n  fix: secret declare NAME");
      return "";
    }
    return matrix.table();
  }

  private static int notes(
      Workspace workspace, StoreIndex index, OverrideNames overrides, Context context) {
    for (String line : Overrides.undeclared(overrides, workspace)) {
      context.err().println("warning: " + line);
    }
    for (SecretName name : index.undeclared()) {
      context.err().println("warning: " + name + " is in the store and not declared");
    }
    Stragglers.warn(index, List.of(EnvironmentType.values()), context);
    for (Damage damage : index.damages()) {
      context.err().println("secret: " + damage.cause().getMessage());
    }
    return index.damages().isEmpty() ? ExitStatus.DONE : ExitStatus.UNUSABLE;
  }
}
