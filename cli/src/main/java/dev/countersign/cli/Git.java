package dev.countersign.cli;

import dev.countersign.runtime.dotenv.OverrideFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What git knows, where there is one: a question that it cannot answer is no failure of ours. */
final class Git {
  private static final int NOT_IGNORED = 1;

  private Git() {}

  /** Warns when plaintext overrides would be committed. Says nothing outside a repository. */
  static void warnUnlessIgnored(Path root, Context context) {
    if (wouldCommit(root, OverrideFile.FILE, context)) {
      context
          .err()
          .println("warning: git does not ignore " + OverrideFile.FILE + "\n  fix: secret init");
    }
  }

  /** Says whether a file would be committed with all others, or is already. */
  static boolean wouldCommit(Path directory, String file, Context context) {
    GitProcess.Answer answer =
        new GitProcess(directory, context).ask("check-ignore", "-q", "--", file);
    return answer != null && answer.status() == NOT_IGNORED;
  }

  /** Says whether a file is in the index. */
  static boolean tracks(Path directory, String file, Context context) {
    GitProcess.Answer answer =
        new GitProcess(directory, context).ask("ls-files", "--error-unmatch", "--", file);
    return answer != null && answer.succeeded();
  }

  /** Says whether a directory is in a working tree. */
  static boolean isRepository(Path directory, Context context) {
    GitProcess.Answer answer =
        new GitProcess(directory, context).ask("rev-parse", "--is-inside-work-tree");
    return answer != null && answer.succeeded();
  }

  /** Says whether a clone lacks older commits. */
  static boolean isShallow(Path directory, Context context) {
    GitProcess.Answer answer =
        new GitProcess(directory, context).ask("rev-parse", "--is-shallow-repository");
    return answer != null && answer.text().equals("true");
  }

  /** Returns a setting, such as {@code user.name}, or null. */
  static @Nullable String setting(Path directory, String name, Context context) {
    GitProcess.Answer answer = new GitProcess(directory, context).ask("config", "--get", name);
    String text = answer == null || !answer.succeeded() ? "" : answer.text();
    return text.isEmpty() ? null : text;
  }

  /**
   * Returns the last commit up to this checkout that brought a text into some files, or took it.
   *
   * @return its short name; empty if no commit did; null if git cannot say
   */
  static @Nullable String commitOf(
      String text, Path directory, List<String> files, Context context) {
    List<String> question = new ArrayList<>(List.of("log", "-1", "--format=%h", "-S" + text, "--"));
    question.addAll(files);
    GitProcess.Answer answer =
        new GitProcess(directory, context).ask(question.toArray(new String[0]));
    return answer == null || !answer.succeeded() ? null : answer.text();
  }
}
