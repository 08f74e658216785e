package dev.countersign.cli;

import java.nio.file.Path;
import java.util.List;

/** What makes git merge store files and secrets.toml with {@code secret merge-driver}. */
final class GitSetup {
  /** The lines of .gitattributes, which every clone shares. */
  static final List<String> ATTRIBUTES =
      List.of(
          "secrets/*.secrets merge=countersign",
          "secrets/*.keyring merge=countersign",
          "secrets.toml merge=countersign");

  /** What to tell in a clone that lacks the configuration. */
  static final String HINT = "to have git merge secret by secret, in this clone: secret init --git";

  private static final String DRIVER = "merge.countersign.driver";
  private static final String COMMAND = "secret merge-driver %O %A %B %P";

  private final Path root;
  private final Context context;

  GitSetup(Path root, Context context) {
    this.root = root;
    this.context = context;
  }

  /** Refuses, before anything is made, where there is no repository to configure. */
  void requireRepository() throws Failure {
    if (!isRepository()) {
      throw Failure.unusable("there is no git repository around " + root + "\n  fix: git init");
    }
  }

  /** Says whether nothing is left to do, as outside a repository. */
  boolean isConfigured() {
    return !isRepository() || Git.setting(root, DRIVER, context) != null;
  }

  /** Writes the configuration, which is this clone's alone: git takes no command from a commit. */
  void configure(Initialization made) throws Failure {
    if (COMMAND.equals(Git.setting(root, DRIVER, context))) {
      return;
    }
    set("merge.countersign.name", "files of Countersign, secret by secret");
    set(DRIVER, COMMAND);
    made.tell("set " + DRIVER + " in git's configuration of this clone: " + COMMAND);
  }

  private void set(String name, String value) throws Failure {
    GitProcess git = new GitProcess(root, context);
    GitProcess.Answer answer = git.ask("config", "--local", name, value);
    if (answer == null || !answer.succeeded()) {
      throw Failure.unusable(
          "git's configuration could not be written\n  fix: git config "
              + name
              + " '"
              + value
              + "'");
    }
  }

  private boolean isRepository() {
    return Git.isRepository(root, context);
  }
}
