package dev.countersign.cli;

import dev.countersign.cli.gate.GateFinding;
import dev.countersign.cli.gate.StragglerCheck;
import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.store.Damage;
import dev.countersign.runtime.store.StoreIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Shows which secret is set where. Needs no key and opens nothing. */
final class ListCommand implements Command {
  private static final Option VERSIONS =
      Option.flag("--versions", "show the version of each value that is set");
  private static final Option CHANGED =
      Option.flag("--changed", "show when each was last set, as git knows it");
  private static final Option UNUSED =
      Option.flag("--unused", "only what no class uses of those built below the root");
  private static final Option JSON = Option.flag("--json", "print JSON, with versions and uses");

  @Override
  public Syntax syntax() {
    return Syntax.of("list", "show which secret is set for which environment")
        .options(Targets.TYPES, Targets.ENVIRONMENT.repeated(), VERSIONS, CHANGED, UNUSED, JSON)
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
    if (arguments.has(VERSIONS) && arguments.has(CHANGED)) {
      throw Failure.usage("--versions and --changed exclude each other; --json has both");
    }
    Workspace workspace = Workspace.open(context);
    StoreIndex index = workspace.index();
    OverrideNames overrides = OverrideNames.read(workspace.root());
    List<Environment> chosen = Targets.all(arguments, workspace.declarations());
    Matrix matrix =
        new Matrix(
            index,
            overrides,
            chosen.isEmpty() ? Targets.everywhere(workspace.declarations()) : chosen,
            arguments.has(CHANGED) ? ChangeTimes.of(workspace, context) : null);
    Collection<Declaration> shown = workspace.declarations().secrets().values();
    boolean isJson = arguments.has(JSON);
    if (isJson || arguments.has(UNUSED)) {
      Uses uses = Uses.below(workspace.root(), context);
      shown = arguments.has(UNUSED) ? unused(uses, workspace.declarations()) : shown;
      if (isJson) {
        String application = workspace.declarations().application();
        context.out().print(new MatrixJson(matrix, uses).of(application, shown));
      }
    }
    if (!isJson) {
      context.out().print(table(matrix, shown, arguments, context));
    }
    return notes(workspace, index, overrides, context);
  }

  private static Collection<Declaration> unused(Uses uses, Declarations declarations)
      throws Failure {
    if (!uses.areKnown()) {
      throw Failure.unusable(
          "no manifest is below the root, so that nothing is known of uses"
              + "\n  fix: build with countersign-processor in annotationProcessorPaths first");
    }
    List<Declaration> unused = new ArrayList<>();
    for (Declaration declaration : declarations.secrets().values()) {
      if (uses.of(declaration.name()).isEmpty()) {
        unused.add(declaration);
      }
    }
    return unused;
  }

  private static String table(
      Matrix matrix, Collection<Declaration> shown, Arguments arguments, Context context) {
    if (shown.isEmpty()) {
      context
          .err()
          .println(
              arguments.has(UNUSED)
                  ? "every declared secret is used"
                  : "no secret is declared\n  fix: secret declare NAME");
      return "";
    }
    Matrix.Cells cells =
        arguments.has(VERSIONS)
            ? Matrix.Cells.VERSIONS
            : arguments.has(CHANGED) ? Matrix.Cells.CHANGES : Matrix.Cells.STATES;
    return Table.on(Screen.of(context), matrix.rows(shown, cells), new Matrix.Painter());
  }

  private static int notes(
      Workspace workspace, StoreIndex index, OverrideNames overrides, Context context) {
    for (String line : Overrides.undeclared(overrides, workspace)) {
      context.err().println("warning: " + line);
    }
    for (SecretName name : index.undeclared()) {
      context.err().println("warning: " + name + " is in the store and not declared");
    }
    for (GateFinding each : StragglerCheck.of(index, List.of(EnvironmentType.values()))) {
      context.err().println("warning: " + each.text());
    }
    for (Damage damage : index.damages()) {
      context.err().println("secret: " + damage.cause().getMessage());
    }
    return index.damages().isEmpty() ? ExitStatus.DONE : ExitStatus.UNUSABLE;
  }
}
