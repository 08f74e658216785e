package dev.countersign.cli;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.declaration.ApplicationName;
import dev.countersign.runtime.declaration.DeclarationsEditor;
import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes what a project and this developer lack. Never overwrites; safe to run twice. */
final class InitCommand implements Command {
  private static final Option APPLICATION =
      Option.taking(
          "--application", "NAME", "the application's name; by default from the directory's");

  private static final Option GIT =
      Option.flag("--git", "have git merge secret by secret, in this clone");

  /** The overrides, with what a crash while they are replaced could leave beside them. */
  private static final List<String> IGNORED = List.of(".secrets.local*", "secrets/.lock");

  @Override
  public Syntax syntax() {
    return Syntax.of("init", "make what a project or you lack; safe to run twice")
        .options(APPLICATION, GIT)
        .detail(
            """
            Makes your identity (for you alone, outside the project), secrets.toml, a key pair,
            keyring and sealed file for each environment type, and lines for git and Docker. What is
            there is left as it is. In a project whose keyrings you cannot open yet, it prints the
            line for a reader to run. It works on the nearest secrets.toml above, if there is one;
            for a project within a project, set COUNTERSIGN_ROOT to its directory.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, StoreException {
    Path existing = Root.find(context);
    Path root = existing == null ? Root.forNew(context) : existing;
    String application = application(arguments.find(APPLICATION), root, existing != null);
    GitSetup git = new GitSetup(root, context);
    if (arguments.has(GIT)) {
      git.requireRepository();
    }
    Initialization made = new Initialization(root, context);
    made.identity();
    if (existing == null) {
      made.file(Project.FILE, DeclarationsEditor.create(application));
    }
    List<EnvironmentType> types = made.types();
    made.lines(".gitignore", IGNORED);
    made.lines(".dockerignore", IGNORED);
    made.lines(".gitattributes", List.of("secrets/* text eol=lf"));
    if (arguments.has(GIT)) {
      made.lines(".gitattributes", GitSetup.ATTRIBUTES);
      git.configure(made);
    }
    made.tellNext(application, types);
    if (!git.isConfigured()) {
      context.out().println(GitSetup.HINT);
    }
    return ExitStatus.DONE;
  }

  /** Returns the name that the project has, or is to have. */
  private static String application(@Nullable String chosen, Path root, boolean exists)
      throws Failure {
    if (chosen != null && !ApplicationName.isValid(chosen)) {
      throw Failure.usage(
          "\"" + chosen + "\" is not the name of an application: " + ApplicationName.RULE);
    }
    if (exists) {
      return existing(chosen, Workspace.read(root).declarations().application());
    }
    if (!Files.isDirectory(root)) {
      throw Failure.unusable(root + " is not a directory\n  fix: make it one, or choose another");
    }
    Path directory = root.getFileName();
    return chosen == null ? ApplicationName.from(String.valueOf(directory)) : chosen;
  }

  private static String existing(@Nullable String chosen, String present) throws Failure {
    if (chosen != null && !chosen.equals(present)) {
      throw Failure.refused(
          "the application is named "
              + present
              + " already\n  fix: change it in "
              + Project.FILE
              + ", or leave --application away");
    }
    return present;
  }
}
