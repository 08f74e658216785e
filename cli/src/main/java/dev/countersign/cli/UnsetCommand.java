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
    List<Written> written = unset(name, environments, workspace);
    return report(written, directory(name, workspace), workspace, context);
  }

  private static void removeOverride(SecretName name, Workspace workspace)
      throws Failure, StoreException, DotenvFormatException {
    if (OverrideFile.read(workspace.root()).find(name) == null) {
      throw Failure.no(
          name + " is not set in " + OverrideFile.FILE + "\n  fix: secret list shows what is");
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
    return new StoreWriter(workspace.store(), directory(name, workspace)).write(changes);
  }

  private static String directory(SecretName name, Workspace workspace) {
    Declaration declaration = workspace.declarations().find(name);
    return declaration == null ? "" : declaration.directory();
  }

  private static int report(
      List<Written> all, String directory, Workspace workspace, Context context) throws Failure {
    String place = directory.isEmpty() ? "" : " in " + directory;
    List<Environment> absent = new ArrayList<>();
    for (Written written : all) {
      if (written.changed()) {
        context.out().println("unset " + written.name() + " for " + written.environment() + place);
        noticeFallback(written, workspace, context);
      } else {
        absent.add(written.environment());
      }
    }
    String message = absent.isEmpty() ? "" : absent(all.get(0).name(), absent, workspace);
    if (absent.size() == all.size()) {
      throw Failure.no(message);
    }
    if (!absent.isEmpty()) {
      context.err().println("note: " + message);
    }
    return ExitStatus.DONE;
  }

  /** An environment without a value of its own has its type's, which may come as a surprise. */
  private static void noticeFallback(Written written, Workspace workspace, Context context) {
    Environment environment = written.environment();
    Environment holder = workspace.index().holder(written.name(), environment);
    if (holder != null) {
      context.err().println("note: " + environment + " has the value of " + holder + " now");
    }
  }

  private static String absent(SecretName name, List<Environment> absent, Workspace workspace) {
    return "there is no value of "
        + name
        + " for "
        + Messages.list(absent)
        + Messages.setFor(workspace.index().environmentsOf(name))
        + Text.similar(workspace.similar(name))
        + "\n  fix: secret list shows what is set";
  }
}
