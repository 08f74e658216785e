package dev.countersign.cli;

import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.SealedFile;
import dev.countersign.runtime.store.StoreMerge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Merges two sides of a store file or of secrets.toml, as git asks for it. Needs no key. */
final class MergeDriverCommand implements Command {
  private static final Parameter ANCESTOR =
      Parameter.required("ANCESTOR", "the file that both sides come from: git's %O").of(Words.FILE);
  private static final Parameter OURS =
      Parameter.required("OURS", "our side, which becomes the merge: git's %A").of(Words.FILE);
  private static final Parameter THEIRS =
      Parameter.required("THEIRS", "the other side: git's %B").of(Words.FILE);
  private static final Parameter PATH =
      Parameter.required("PATH", "where the file is in the repository: git's %P").of(Words.FILE);

  @Override
  public Syntax syntax() {
    return Syntax.of("merge-driver", "merge two sides of a project's file, for git")
        .parameter(ANCESTOR)
        .parameter(OURS)
        .parameter(THEIRS)
        .parameter(PATH)
        .detail(
            """
            git runs it, where secret init --git was run. Sealed files and secrets.toml are merged
            secret by secret; what both sides changed in different ways stays between conflict
            markers, is named, and makes the exit status 1. No key is needed.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure {
    String path = arguments.get(PATH);
    Path ancestor = file(arguments, ANCESTOR, context);
    Path ours = file(arguments, OURS, context);
    Path theirs = file(arguments, THEIRS, context);
    MergedSides merge =
        path.equals(Project.FILE) || path.endsWith("/" + Project.FILE)
            ? new DeclarationsDriver(path, context).merge(ancestor, ours, theirs)
            : store(path, ancestor, ours, theirs);
    write(ours, merge.content());
    for (String conflict : merge.conflicts()) {
      context.err().println("conflict: " + conflict);
    }
    return merge.conflicts().isEmpty() ? ExitStatus.DONE : ExitStatus.NO;
  }

  private static MergedSides store(String path, Path ancestor, Path ours, Path theirs)
      throws Failure {
    if (!path.endsWith(SealedFile.SUFFIX) && !path.endsWith(Keyring.SUFFIX)) {
      throw Failure.unusable(
          path
              + " is neither a sealed file nor a keyring nor secrets.toml\n  fix: take its"
              + " merge=countersign out of .gitattributes");
    }
    StoreMerge merge = StoreMerge.merge(path, read(ancestor), read(ours), read(theirs));
    return new MergedSides(merge.content(), merge.conflicts());
  }

  private static Path file(Arguments arguments, Parameter parameter, Context context)
      throws Failure {
    return Paths.resolve(context.directory(), arguments.get(parameter));
  }

  static byte[] read(Path file) throws Failure {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw Failure.unusable("cannot read " + file + ", a side of the merge");
    }
  }

  private static void write(Path file, byte[] content) throws Failure {
    try {
      Files.write(file, content); // git's own copy, which it puts in place
    } catch (IOException e) {
      throw Failure.unusable("cannot write " + file + ", which git waits for");
    }
  }
}
