package dev.countersign.cli;

import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The store as it was at a revision of git, read from git's objects without a checkout. */
final class GitRevision implements StoreFiles {
  private final Path root;
  private final String revision;
  private final String top;
  private final Context context;

  private GitRevision(Path root, String revision, String top, Context context) {
    this.root = root;
    this.revision = revision;
    this.top = top;
    this.context = context;
  }

  /** Finds a revision, of the repository that a project is in. */
  static GitRevision of(Path root, String text, Context context) throws Failure {
    GitProcess.Answer top = ask(root, context, "rev-parse", "--show-toplevel");
    if (!top.succeeded()) {
      throw Failure.unusable(
          root
              + " cannot be compared with a revision: git says: "
              + new GitProcess(root, context).complaint("rev-parse", "--show-toplevel")
              + "\n  fix: run it in a clone of the repository, or leave --base away");
    }
    GitProcess.Answer commit =
        text.startsWith("-")
            ? new GitProcess.Answer(1, new byte[0])
            : ask(root, context, "rev-parse", "--verify", "--quiet", text + "^{commit}");
    if (!commit.succeeded()) {
      throw Failure.unusable(
          "git knows no revision "
              + text
              + " here\n  fix: git fetch, which continuous integration often cuts short"
              + " (GitHub's checkout needs fetch-depth: 0)");
    }
    return new GitRevision(root, commit.text(), top.text(), context);
  }

  private static GitProcess.Answer ask(Path directory, Context context, String... arguments)
      throws Failure {
    GitProcess.Answer answer = new GitProcess(directory, context).ask(arguments);
    if (answer == null) {
      throw Failure.unusable(
          "git cannot be run, and --base reads the older files through it"
              + "\n  fix: install git, or leave --base away");
    }
    return answer;
  }

  /** Says whether a directory of the store is in this repository, and not in one of its own. */
  boolean covers(String directory) throws Failure {
    Path place = root.resolve(directory);
    if (!Files.isDirectory(place)) {
      return false;
    }
    GitProcess.Answer answer = ask(place, context, "rev-parse", "--show-toplevel");
    return answer.succeeded() && answer.text().equals(top);
  }

  /** Returns the names of the files that were in a directory's {@code secrets/}. */
  List<String> names(String directory) throws Failure {
    String below = StoreDirectory.NAME + "/";
    GitProcess.Answer answer =
        ask(
            root.resolve(directory),
            context,
            "ls-tree",
            "-z",
            "--name-only",
            revision,
            "./" + below);
    List<String> names = new ArrayList<>();
    for (String path : answer.text().split("\0", -1)) {
      if (path.startsWith(below)) {
        names.add(path.substring(below.length()));
      }
    }
    return names;
  }

  @Override
  public byte[] read(String directory, String fileName) throws StoreException {
    String object = revision + ":./" + StoreDirectory.NAME + "/" + fileName;
    GitProcess.Answer answer =
        new GitProcess(root.resolve(directory), context).ask("cat-file", "blob", object);
    if (answer == null || !answer.succeeded()) {
      throw new StoreException("git does not give " + describe(directory, fileName), "git fsck");
    }
    return answer.output();
  }

  @Override
  public String describe(String directory, String fileName) {
    return new StoreDirectory(root).describe(directory, fileName)
        + " at "
        + revision.substring(0, 8);
  }
}
