package dev.countersign.cli;

import dev.countersign.runtime.dotenv.OverrideFile;
import java.nio.file.Path;

/** Whether git keeps its hands off plaintext overrides. */
final class IgnoreExamination implements Examination {
  private static final String CODE = "not-ignored";

  private final Path root;
  private final Context context;

  IgnoreExamination(Path root, Context context) {
    this.root = root;
    this.context = context;
  }

  @Override
  public void look(Diagnosis diagnosis) {
    String file = OverrideFile.FILE;
    if (!Git.isRepository(root, context)) {
      diagnosis.well("there is no git repository around " + root);
    } else if (Git.tracks(root, file, context)) {
      diagnosis.wrong(
          CODE,
          "git tracks " + file + ": whoever has the repository has its values",
          "git rm --cached " + file + ", commit, and change each value at its issuer");
    } else if (Git.wouldCommit(root, file, context)) {
      diagnosis.wrong(CODE, "git does not ignore " + file, "secret init");
    } else {
      diagnosis.well("git ignores " + file);
    }
  }
}
