package dev.countersign.cli;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.store.StoreException;
import java.util.ArrayList;
import java.util.List;

/** Sets many values from a file, in one write for all of them or none. */
final class ImportCommand implements Command {
  private static final Option DRY_RUN =
      Option.flag("--dry-run", "tell what would change, and write nothing");
  private static final Option REPLACE =
      Option.flag("--replace", "remove what is not in the file, after listing it");
  private static final Option LENIENT =
      Option.flag("--lenient", "skip lines that dotenv skips, with a warning");
  private static final Option NEW =
      Option.flag("--new", "declare names although there are names like them");

  @Override
  public Syntax syntax() {
    return Syntax.of("import", "set many values from a file: all of them, or none")
        .oneOf(Targets.TYPES, Targets.ENVIRONMENT, Targets.OVERRIDE)
        .options(
            ImportSource.FORMAT,
            DRY_RUN,
            REPLACE,
            Confirmation.YES,
            LENIENT,
            NEW,
            KeyPins.ACCEPT_KEY)
        .parameter(ImportSource.FILE)
        .detail(
            """
            Takes dotenv files, Java properties, and flat JSON objects and YAML maps, in which null
            removes a value. A name in the file is a secret's, or one of its process variables. A
            name that is not declared is declared too. The process environment has no say.\
            """)
        .detail(
            """
            What has the same value already stays as it is, if you can open it. --replace looks at
            the project's own store, not at directories that it extends.\
            """)
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context)
      throws Failure, StoreException, DotenvFormatException {
    if (arguments.has(REPLACE) && arguments.has(Targets.OVERRIDE)) {
      throw Failure.usage("--replace and --override exclude each other");
    }
    ImportSource source = new ImportSource(arguments, context);
    ImportFormat format = source.format(arguments);
    Workspace workspace = Workspace.open(context);
    Targets.all(arguments, workspace.declarations()); // before anything is read
    ImportedText text = source.read();
    ImportedSecrets imported = new ImportedSecrets(workspace, arguments.has(NEW), text);
    List<ImportedSecret> secrets =
        new ArrayList<>(imported.of(format.read(text, arguments.has(LENIENT))).values());
    for (String warning : text.warnings()) {
      context.err().println("warning: " + warning);
    }
    if (!arguments.has(DRY_RUN)) {
      requireSound(text, secrets);
    }
    ImportTarget target = target(workspace, imported, arguments, context);
    List<ImportChange> changes = target.plan(secrets);
    return arguments.has(DRY_RUN)
        ? tellPlan(changes, text, context)
        : write(target, changes, arguments, context);
  }

  private static void requireSound(ImportedText text, List<ImportedSecret> secrets) throws Failure {
    if (!text.problems().isEmpty()) {
      throw Failure.refused(
          String.join("\n", text.problems())
              + ("\n" + Text.count(text.problems().size(), "problem"))
              + ": nothing was imported");
    }
    if (secrets.isEmpty()) {
      throw Failure.refused("there is no value to import: nothing was imported");
    }
  }

  private static ImportTarget target(
      Workspace workspace, ImportedSecrets imported, Arguments arguments, Context context)
      throws Failure {
    return arguments.has(Targets.OVERRIDE)
        ? new OverrideImport(workspace)
        : new StoreImport(
            workspace,
            imported.declarations(),
            Targets.all(arguments, workspace.declarations()),
            arguments.has(REPLACE),
            new KeyPins(workspace, arguments, context, User.identities(context)),
            new Progress("importing", context.err(), System::nanoTime));
  }

  private static int tellPlan(List<ImportChange> changes, ImportedText text, Context context) {
    List<String> lines = new ArrayList<>();
    for (Declaration declaration : ImportTarget.declarations(changes)) {
      lines.add("would declare " + declaration.name());
    }
    for (ImportChange change : changes) {
      if (change.isWrite()) {
        lines.add(change.plan());
      }
    }
    for (String problem : text.problems()) {
      lines.add("would refuse " + problem);
    }
    context.out().println(lines.isEmpty() ? "nothing would change" : String.join("\n", lines));
    return text.problems().isEmpty() ? ExitStatus.DONE : ExitStatus.NO;
  }

  private static int write(
      ImportTarget target, List<ImportChange> changes, Arguments arguments, Context context)
      throws Failure, StoreException, DotenvFormatException {
    confirmRemoval(changes, arguments, context);
    for (String line : target.write(changes)) {
      context.out().println(line);
    }
    context.out().println(summary(changes));
    if (arguments.has(Targets.OVERRIDE)) {
      Git.warnUnlessIgnored(target.workspace().root(), context);
    }
    return ExitStatus.DONE;
  }

  private static void confirmRemoval(
      List<ImportChange> changes, Arguments arguments, Context context) throws Failure {
    List<String> removals = new ArrayList<>();
    for (ImportChange change : changes) {
      if (change.isRemoval()) {
        removals.add(change.plan());
      }
    }
    if (arguments.has(REPLACE) && !removals.isEmpty()) {
      String values = Text.count(removals.size(), "value");
      Confirmation.require(removals, "remove " + values, arguments, context);
    }
  }

  /** Returns {@code 2 added, 1 changed, 3 unchanged}. */
  private static String summary(List<ImportChange> changes) {
    List<String> counts = new ArrayList<>();
    for (ImportChange.Kind kind : ImportChange.Kind.values()) {
      int count = 0;
      for (ImportChange change : changes) {
        count += change.kind() == kind ? 1 : 0;
      }
      if (count > 0) {
        counts.add(count + " " + kind.participle());
      }
    }
    return counts.isEmpty() ? "nothing to do" : String.join(", ", counts);
  }
}
