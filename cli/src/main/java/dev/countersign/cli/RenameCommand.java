package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.dotenv.OverrideNames;
import dev.countersign.runtime.store.Invocation;
import dev.countersign.runtime.store.SealedFile;
import dev.countersign.runtime.store.StoreException;

/** Gives a secret another name, wherever this project keeps it, and tells which sources name it. */
final class RenameCommand implements Command {
  private static final Parameter OLD = Parameter.required("OLD", "the secret").of(Words.SECRET);
  private static final Parameter NEW = Parameter.required("NEW", "its name from now on");

  @Override
  public Syntax syntax() {
    return Syntax.of("rename", "give a secret another name, in declarations, store and overrides")
        .options(KeyPins.ACCEPT_KEY)
        .parameter(OLD)
        .parameter(NEW)
        .detail(
            """
            Values are sealed for their name, so you must be a reader of each type that has one.
            Versions stay, and the old name leaves a tombstone. Everything is renamed, or nothing.
            Sources are not edited: what names the secret is listed, and the compiler finds uses.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context)
      throws Failure, StoreException, DotenvFormatException {
    SecretName from = Names.parse(arguments.get(OLD));
    SecretName to = Names.parse(arguments.get(NEW));
    Workspace workspace = Workspace.open(context);
    Declaration declaration = workspace.require(from);
    requireOwn(declaration, to);
    requireFree(from, to, workspace);
    KeyPins pins = new KeyPins(workspace, arguments, context, User.identities(context));
    checkKeys(from, workspace, pins);
    Renaming renaming = new Renaming(workspace, from, to, pins.identities());
    for (String line : renaming.run()) {
      context.out().println(line);
    }
    new Mentions(workspace.root(), from, context).tell();
    context.err().println("next: commit " + Project.FILE + " and secrets/ with the edited sources");
    tellVariable(declaration, context);
    return ExitStatus.DONE;
  }

  private static void requireOwn(Declaration declaration, SecretName to) throws Failure {
    String directory = declaration.directory();
    if (!directory.isEmpty()) {
      throw Failure.refused(
          declaration.name()
              + (" is declared in " + directory + "/" + Project.FILE + "\n  fix: ")
              + (Invocation.in(directory) + " rename " + declaration.name() + " " + to));
    }
  }

  private static void requireFree(SecretName from, SecretName to, Workspace workspace)
      throws Failure, DotenvFormatException {
    SecretName other = workspace.declarations().findIgnoringCase(to.value());
    if (from.equals(to)) {
      throw Failure.usage("OLD and NEW are the same");
    }
    if (other != null && !other.equals(from)) {
      throw Failure.refused(
          (other.equals(to)
                  ? to + " is declared already"
                  : to + " differs in case only from " + other)
              + ": nothing was renamed\n  fix: choose another name");
    }
    if (OverrideNames.read(workspace.root()).contains(to)) {
      throw Failure.refused(
          to
              + " is set in .secrets.local: nothing was renamed\n  fix: secret unset --override "
              + to);
    }
  }

  /** Each value is opened and sealed again. */
  private static void checkKeys(SecretName from, Workspace workspace, KeyPins pins)
      throws Failure, StoreException {
    for (SealedFile file : Snapshot.now(workspace.store(), "").sealed().values()) {
      Environment environment = file.environment();
      if (file.find(from) != null) {
        pins.checkSetting("", environment);
      }
    }
  }

  /** A process variable of the secret's own name carries it, and no longer does. */
  private static void tellVariable(Declaration declaration, Context context) {
    if (!declaration.external().isEmpty()) {
      context
          .err()
          .println(
              "note: where a platform sets the variable "
                  + declaration.name()
                  + ", rename it there, or add it to env in "
                  + Project.FILE);
    }
  }
}
