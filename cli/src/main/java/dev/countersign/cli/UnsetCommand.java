package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideEditor;
import dev.countersign.runtime.dotenv.OverrideFile;
import dev.countersign.runtime.store.Change;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreWriter;
import dev.countersign.runtime.store.Written;
import java.util.ArrayList;
import java.util.List;

/** Takes a value away. Its version stays behind, so that an old value cannot come back unseen. */
final class UnsetCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of("unset", "take a value away; the declaration stays")
        .oneOf(Targets.TYPES, Targets.ENVIRONMENT, Targets.OVERRIDE)
        .parameter(Names.NAME)
        .detail("Exit status 1 if there was no value. Git's history keeps the sealed one.")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context)
      throws Failure, StoreException, DotenvFormatException {
    SecretName name = Names.parse(arguments.get(Names.NAME));
    Workspace workspace = Workspace.open(context);
    if (arguments.has(Targets.OVERRIDE)) {
      removeOverride(name, workspace);
      context.out().println("unset " + name + " in " + OverrideFile.FILE);
      return ExitStatus.DONE;
    }
    List<Environment> environments = Targets.all(arguments, workspace.declarations());
    return report(unset(name, environments, workspace), workspace, context);
  }

  private static void removeOverride(SecretName name, Workspace workspace)
      throws Failure, StoreException, DotenvFormatException {
    if (OverrideFile.read(workspace.root()).find(name) == null) {
      throw Failure.no(name + " is not set in " + OverrideFile.FILE);
    }
    try (ProjectText file = ProjectText.ownerOnly(workspace.root(), OverrideFile.FILE)) {
      file.prepare(OverrideEditor.remove(file.read(), name));
      file.commit();
    }
  }

  private static List<Written> unset(
      SecretName name, List<Environment> environments, Workspace workspace) throws StoreException {
    List<Change> changes = new ArrayList<>();
    for (Environment environment : environments) {
      changes.add(Change.unset(environment, name));
    }
    Declaration declaration = workspace.declarations().find(name);
    String directory = declaration == null ? "" : declaration.directory();
    return new StoreWriter(workspace.store(), directory).write(changes);
  }

  private static int report(List<Written> all, Workspace workspace, Context context) {
    int status = ExitStatus.NO;
    for (Written written : all) {
      String where = written.name() + " for " + written.environment();
      if (written.changed()) {
        context.out().println("unset " + where);
        status = ExitStatus.DONE;
      } else {
        context.err().println("secret: there is no value of " + where);
      }
    }
    if (status == ExitStatus.NO) {
      SecretName name = all.get(0).name();
      String elsewhere = Messages.setFor(workspace.index().environmentsOf(name));
      String similar = Text.similar(workspace.similar(name));
      context
          .err()
          .print((elsewhere + similar).isEmpty() ? "" : (elsewhere + similar).substring(1) + "\n");
    }
    return status;
  }
}
