package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Prints values as other programs read them: all of them, or nothing. */
final class ExportCommand implements Command {
  private static final Option FORMAT =
      Option.taking("--format", "FORMAT", String.join(", ", ExportFormat.IDS))
          .of(Words.oneOf(ExportFormat.IDS));
  private static final Option VARIABLES =
      Option.flag("--variables", "by the names of process variables, where there are any");
  private static final Option REVEAL = Option.flag("--reveal", "print even on a terminal");
  private static final String GITHUB_ENV = "GITHUB_ENV";

  @Override
  public Syntax syntax() {
    return Syntax.of("export", "print values as other programs read them")
        .oneOf(Targets.TYPE, Targets.ENVIRONMENT)
        .oneOf(FORMAT)
        .options(Selection.ONLY, VARIABLES, REVEAL, KeyPins.ACCEPT_KEY)
        .detail(
            """
            What is declared and has a value is printed, from .secrets.local (for local) and the
            store; a secret that must have a value and has none stops it. So does a value that the
            format cannot carry. Redirect the output into a file that git ignores.\
            """)
        .detail(
            """
            github: for a step of GitHub Actions. The values are appended to the file that
            $GITHUB_ENV names, and the commands that hide them in the log are printed.\
            """)
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context)
      throws Failure, StoreException, DotenvFormatException {
    if (context.terminal().isOutput() && !arguments.has(REVEAL)) {
      throw Failure.refused(
          "the values would show on this terminal"
              + "\n  fix: redirect the output into a file that git ignores, or pass --reveal");
    }
    Workspace workspace = Workspace.open(context);
    Environment environment = Targets.one(arguments, workspace.declarations());
    String label = workspace.declarations().application() + "-" + environment.id();
    ExportFormat format = ExportFormat.named(String.valueOf(arguments.find(FORMAT)), label);
    Selection selection = new Selection(arguments, workspace);
    KeyPins pins = new KeyPins(workspace, arguments, context, User.identities(context));
    StoredValues stored = new StoredValues(workspace, environment, pins);
    List<ExportedValue> values = values(selection, environment, stored, arguments.has(VARIABLES));
    requireCarried(values, format, arguments);
    print(values, format, context);
    return ExitStatus.DONE;
  }

  private static List<ExportedValue> values(
      Selection selection, Environment environment, StoredValues stored, boolean byVariables)
      throws Failure, StoreException {
    List<ExportedValue> values = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Declaration declaration : selection.declarations()) {
      byte[] value = stored.find(declaration);
      if (value != null) {
        for (String name : names(declaration, byVariables)) {
          values.add(new ExportedValue(name, value));
        }
      } else if (mustHaveValue(declaration, environment, selection)) {
        missing.add(stored.missing(declaration));
      }
    }
    if (!missing.isEmpty()) {
      throw Failure.no(String.join("\n", missing));
    }
    return values;
  }

  private static boolean mustHaveValue(
      Declaration declaration, Environment environment, Selection selection) {
    return declaration.expectedInStore(environment.type())
        || (selection.isNamed(declaration) && !declaration.optional());
  }

  private static List<String> names(Declaration declaration, boolean byVariables) {
    return byVariables && !declaration.env().isEmpty()
        ? declaration.env()
        : List.of(declaration.name().value());
  }

  private static void requireCarried(
      List<ExportedValue> values, ExportFormat format, Arguments arguments) throws Failure {
    List<String> problems = new ArrayList<>();
    for (ExportedValue value : values) {
      String problem = format.problem(value);
      if (problem != null) {
        problems.add("the value of " + value.name() + " " + problem);
      }
    }
    if (!problems.isEmpty()) {
      throw Failure.refused(
          String.join("\n", problems)
              + ("\n  fix: another --format than " + arguments.find(FORMAT))
              + (", or the others alone: " + Selection.ONLY.label()));
    }
  }

  private static void print(List<ExportedValue> values, ExportFormat format, Context context)
      throws Failure {
    String text = format.text(values);
    if (!(format instanceof GitHubExport)) {
      context.out().print(text);
      return;
    }
    String file = context.variable(GITHUB_ENV);
    if (file == null) {
      throw Failure.refused(
          GITHUB_ENV + " is not set: the format github is for a step of GitHub Actions");
    }
    context.out().print(GitHubExport.masks(values));
    context.out().flush(); // hidden before anything can show them
    try {
      Files.writeString(
          Paths.resolve(context.directory(), file),
          text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw Failure.unusable("the file that " + GITHUB_ENV + " names cannot be written");
    }
  }
}
