package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.DeclarationsEditor;
import dev.countersign.runtime.declaration.MalformedDeclarationsException;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.store.Invocation;
import dev.countersign.runtime.store.StoreException;
import java.util.List;

/** Removes a declaration from secrets.toml. Values that are set stay in the store. */
final class UndeclareCommand implements Command {
  @Override
  public Syntax syntax() {
    return Syntax.of("undeclare", "remove a declaration from secrets.toml")
        .parameter(Names.NAME)
        .detail("Values that are set stay in the store until secret unset removes them.")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context)
      throws Failure, StoreException, DotenvFormatException {
    SecretName name = Names.parse(arguments.get(Names.NAME));
    Workspace workspace = Workspace.open(context);
    Declaration declaration = workspace.require(name);
    if (!declaration.directory().isEmpty()) {
      String directory = declaration.directory();
      throw Failure.refused(
          name
              + (" is declared in " + directory + "/" + Project.FILE)
              + ("\n  fix: " + Invocation.in(directory) + " undeclare " + name));
    }
    OverrideNames overrides = OverrideNames.read(workspace.root());
    List<Environment> set = workspace.index().environmentsOf(name);
    try (ProjectText toml = ProjectText.shared(workspace.root(), Project.FILE)) {
      toml.prepare(remove(name, toml.read()));
      toml.commit();
    }
    context.out().println("undeclared " + name + " in " + Project.FILE);
    for (Environment environment : set) {
      context
          .err()
          .println(
              "note: it is still set: secret unset " + Targets.option(environment) + " " + name);
    }
    if (overrides.contains(name)) {
      context.err().println("note: it is still set: secret unset --override " + name);
    }
    List<String> users = Uses.below(workspace.root(), context).of(name);
    if (!users.isEmpty()) {
      context.err().println("note: it is still used, and will not compile: " + Text.list(users));
    }
    return ExitStatus.DONE;
  }

  private static String remove(SecretName name, String toml) throws Failure {
    try {
      return DeclarationsEditor.undeclare(toml, name);
    } catch (MalformedDeclarationsException e) {
      throw Workspace.malformed(e);
    }
  }
}
