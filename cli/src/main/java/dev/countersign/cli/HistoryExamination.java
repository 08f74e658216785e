package dev.countersign.cli;

import dev.countersign.runtime.dotenv.OverrideFile;
import java.nio.file.Path;

/**
 * Whether plaintext was ever committed: an override file of the project, or an identity anywhere in
 * the repository. What a shallow clone lacks is not seen, nor is an identity behind a passphrase.
 */
final class HistoryExamination implements Examination {
  private static final String CODE = "history";
  private static final String IDENTITY = "AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]{50,}";

  private final Path root;
  private final Context context;

  HistoryExamination(Path root, Context context) {
    this.root = root;
    this.context = context;
  }

  @Override
  public void look(Diagnosis diagnosis) {
    if (!Git.isRepository(root, context)) {
      return;
    }
    String overrides =
        commit(
            diagnosis,
            "--full-history",
            "--no-renames",
            "--diff-filter=A",
            "--",
            ":(glob)**/" + OverrideFile.FILE);
    if (!overrides.isEmpty()) {
      diagnosis.warn(
          CODE,
          "commit "
              + overrides
              + " brought "
              + OverrideFile.FILE
              + ": whoever has the history has its values",
          "change each of them at its issuer, and set it again");
    }
    String identity = commit(diagnosis, "--pickaxe-regex", "-S" + IDENTITY);
    if (!identity.isEmpty()) {
      diagnosis.warn(
          CODE,
          "commit " + identity + " has an identity, AGE-SECRET-KEY-…, or took it away",
          "unless it is for tests alone: secret reader remove NAME, and what that lists");
    }
    if (overrides.isEmpty() && identity.isEmpty()) {
      String limit = Git.isShallow(root, context) ? ", as far as this clone has it," : "";
      diagnosis.well("git's history" + limit + " was looked through for plaintext");
    }
  }

  /** Returns the newest commit on any branch that a question is about, or nothing. */
  private String commit(Diagnosis diagnosis, String... question) {
    String[] line = new String[question.length + 4];
    line[0] = "log";
    line[1] = "--all";
    line[2] = "-1";
    line[3] = "--format=%h";
    System.arraycopy(question, 0, line, 4, question.length);
    GitProcess.Answer answer = new GitProcess(root, context).askInTime(line);
    if (answer == null || !answer.succeeded()) {
      diagnosis.warn(
          CODE,
          "git's history was not looked through: git failed, or took too long",
          "git " + String.join(" ", line).replace("-S" + IDENTITY, "-S'" + IDENTITY + "'"));
      return "";
    }
    return answer.text();
  }
}
