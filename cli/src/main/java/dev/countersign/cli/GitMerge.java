package dev.countersign.cli;

import dev.countersign.runtime.store.Keyring;
import dev.countersign.runtime.store.MergedFile;
import dev.countersign.runtime.store.SealedFile;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds an unfinished merge of a sealed file. git's index has both sides whole; what was settled
 * since is in the file. Without an index the file's own markers must part it cleanly.
 */
final class GitMerge {
  private static final int BASE = 1;
  private static final int OURS = 2;
  private static final int THEIRS = 3;

  private final StoreDirectory store;
  private final String directory;
  private final String fileName;
  private final GitProcess git;

  GitMerge(StoreDirectory store, String directory, String fileName, Context context) {
    this.store = store;
    this.directory = directory;
    this.fileName = fileName;
    this.git = new GitProcess(store.root().resolve(directory), context);
  }

  /** Returns the merge as it stands. */
  MergedFile rebuild(byte[] present) throws Failure {
    MergedFile inFile = MergedFile.parse(name(), present);
    MergedFile inIndex = inIndex();
    if (inIndex != null) {
      return withKeyOfKeyring(inFile == null ? inIndex : inIndex.keeping(inFile));
    }
    if (inFile == null) {
      throw Failure.unusable(
          name()
              + " cannot be parted into its two sides: the markers in it do not say, and git's"
              + " index does not have them\n  fix: put the markers right by hand, or have git write"
              + " them again: git checkout -m -- "
              + name());
    }
    return withKeyOfKeyring(inFile);
  }

  private String name() {
    return store.describe(directory, fileName);
  }

  private @Nullable MergedFile inIndex() {
    try {
      SealedFile ours = stage(OURS);
      SealedFile theirs = stage(THEIRS);
      return ours == null || theirs == null ? null : MergedFile.merge(stage(BASE), ours, theirs);
    } catch (StoreFormatException e) {
      return null;
    }
  }

  private @Nullable SealedFile stage(int number) throws StoreFormatException {
    String object = ":" + number + ":./" + StoreDirectory.NAME + "/" + fileName;
    GitProcess.Answer answer = git.ask("cat-file", "blob", object);
    return answer == null || !answer.succeeded() ? null : SealedFile.parse(name(), answer.output());
  }

  /** Where both sides were rekeyed, the keyring that was kept tells which key counts. */
  private MergedFile withKeyOfKeyring(MergedFile merged) {
    try {
      Keyring keyring = Keyring.read(store, directory, merged.ours().environment().type());
      return keyring == null ? merged : merged.settleKey(keyring.identities().get(0));
    } catch (StoreException e) {
      return merged; // the keyring is in conflict itself
    }
  }
}
