package dev.countersign.cli;

import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Whether there is an identity, and nobody else can get at its file. */
final class IdentityExamination implements Examination {
  private static final String CODE = "identity";
  private static final String OTHERS = "------";

  private final ReaderIdentities identities;
  private final Path file;
  private final Context context;

  /**
   * Makes the examination.
   *
   * @param file the file that the identity is in, if it is in one
   */
  IdentityExamination(ReaderIdentities identities, Path file, Context context) {
    this.identities = identities;
    this.file = file;
    this.context = context;
  }

  @Override
  public void look(Diagnosis diagnosis) {
    boolean isPrivate = lookAtMode(diagnosis);
    lookAtGit(diagnosis);
    try {
      for (Identity identity : identities.identities()) {
        diagnosis.well("identity " + identity.recipient() + " from " + identities.source());
      }
    } catch (StoreException e) {
      if (isPrivate) { // what is open to others is refused for that
        diagnosis.findings().add(Finding.unusable(CODE, e));
      }
    }
  }

  private boolean lookAtMode(Diagnosis diagnosis) {
    try {
      String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
      if (!mode.endsWith(OTHERS)) {
        String fact = file + " can be reached by other users of this machine: its mode is " + mode;
        diagnosis.wrong(CODE, fact, "chmod 600 " + file);
        return false;
      }
    } catch (IOException | UnsupportedOperationException e) {
      // it is not there, or the file system has no modes
    }
    return true;
  }

  private void lookAtGit(Diagnosis diagnosis) {
    Path directory = file.toAbsolutePath().getParent();
    if (directory == null || !Files.exists(file)) {
      return;
    }
    String name = String.valueOf(file.getFileName());
    if (Git.tracks(directory, name, context)) {
      diagnosis.wrong(
          CODE,
          "git tracks " + file + ": whoever has the repository has your key",
          "make another: secret identity new; and have a reader exchange them");
    } else if (Git.wouldCommit(directory, name, context)) {
      diagnosis.warn(
          CODE,
          file + " is in a git repository that does not ignore it",
          "add a line " + name + " to .gitignore there");
    }
  }
}
