package dev.countersign.cli;

import dev.countersign.runtime.declaration.DeclarationsMerge;
import dev.countersign.runtime.declaration.MalformedDeclarationsException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges two sides of secrets.toml secret by secret. Where that does not come to a file that can be
 * used, it is merged by lines, as git does without us.
 */
final class DeclarationsDriver {
  private static final int MAX_CONFLICTS = 127; // what git reports at most; more is an error

  private final String path;
  private final Context context;

  DeclarationsDriver(String path, Context context) {
    this.path = path;
    this.context = context;
  }

  MergedSides merge(Path ancestor, Path ours, Path theirs) throws Failure {
    try {
      DeclarationsMerge merge =
          DeclarationsMerge.of(
              MergeDriverCommand.read(ancestor),
              MergeDriverCommand.read(ours),
              MergeDriverCommand.read(theirs));
      return new MergedSides(merge.content(), conflicts(merge));
    } catch (MalformedDeclarationsException e) {
      return byLines(e, ancestor, ours, theirs);
    }
  }

  private List<String> conflicts(DeclarationsMerge merge) {
    List<String> conflicts = new ArrayList<>();
    for (String name : merge.conflicts()) {
      conflicts.add(
          path
              + ": "
              + name
              + " was changed on both sides\n  fix: keep one of them between the markers, then"
              + " git add "
              + path);
    }
    return conflicts;
  }

  private MergedSides byLines(
      MalformedDeclarationsException cause, Path ancestor, Path ours, Path theirs) throws Failure {
    String conflict =
        path
            + " cannot be merged secret by secret: "
            + cause.problems().get(0)
            + "\n  fix: put the file right by hand, then git add "
            + path;
    GitProcess.Answer answer = mergeFile(ancestor, ours, theirs);
    if (answer == null || answer.status() > MAX_CONFLICTS) {
      return new MergedSides(whole(ours, theirs), List.of(conflict));
    }
    boolean isClean = answer.succeeded() && isUsable(answer.output());
    return new MergedSides(answer.output(), isClean ? List.of() : List.of(conflict));
  }

  private GitProcess.@Nullable Answer mergeFile(Path ancestor, Path ours, Path theirs) {
    return new GitProcess(context.directory(), context)
        .ask(
            "merge-file",
            "-p",
            "-L",
            "ours",
            "-L",
            "base",
            "-L",
            "theirs",
            ours.toString(),
            ancestor.toString(),
            theirs.toString());
  }

  private static boolean isUsable(byte[] content) {
    try {
      DeclarationsMerge.of(content, content, content);
      return true;
    } catch (MalformedDeclarationsException e) {
      return false;
    }
  }

  /** Returns both sides whole, between markers. */
  private static byte[] whole(Path ours, Path theirs) throws Failure {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("<<<<<<< ours\n".getBytes(StandardCharsets.UTF_8));
    out.writeBytes(MergeDriverCommand.read(ours));
    out.writeBytes("\n=======\n".getBytes(StandardCharsets.UTF_8));
    out.writeBytes(MergeDriverCommand.read(theirs));
    out.writeBytes("\n>>>>>>> theirs\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }
}
