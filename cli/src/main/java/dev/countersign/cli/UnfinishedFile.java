package dev.countersign.cli;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.store.AtomicFile;
import dev.countersign.runtime.store.Conflict;
import dev.countersign.runtime.store.MergedFile;
import dev.countersign.runtime.store.SealedFile;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreLock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sealed file that a merge left with conflict markers, while it is settled. */
final class UnfinishedFile {
  private final StoreDirectory store;
  private final String directory;
  private final String fileName;
  private final Context context;

  private UnfinishedFile(StoreDirectory store, String directory, String fileName, Context context) {
    this.store = store;
    this.directory = directory;
    this.fileName = fileName;
    this.context = context;
  }

  /** Finds those of some directories, or the one of a file name. */
  static List<UnfinishedFile> find(
      StoreDirectory store, List<String> directories, @Nullable String only, Context context)
      throws StoreException {
    List<UnfinishedFile> found = new ArrayList<>();
    for (String directory : directories) {
      for (String name : names(store, directory)) {
        boolean isMeant = only == null ? name.endsWith(SealedFile.SUFFIX) : name.equals(only);
        byte[] bytes = isMeant && !name.startsWith(".") ? store.read(directory, name) : null;
        if (bytes != null && MergedFile.isUnfinished(bytes)) {
          found.add(new UnfinishedFile(store, directory, name, context));
        }
      }
    }
    return found;
  }

  private static List<String> names(StoreDirectory store, String directory) {
    String[] names = store.path(directory, "").toFile().list();
    List<String> sorted = new ArrayList<>(names == null ? List.of() : List.of(names));
    Collections.sort(sorted);
    return sorted;
  }

  /**
   * Merges again what is no true conflict, and settles some secrets that are.
   *
   * @return the names that were settled here
   */
  List<SecretName> settle(List<SecretName> names, boolean isOurs) throws Failure, StoreException {
    StoreLock lock = StoreLock.acquire(store.root().resolve(directory));
    try (lock;
        AtomicFile file = AtomicFile.of(store.path(directory, fileName), name())) {
      byte[] present = file.read();
      if (present == null) {
        return List.of();
      }
      MergedFile merged = new GitMerge(store, directory, fileName, context).rebuild(present);
      List<SecretName> settled = new ArrayList<>();
      for (SecretName secret : names) {
        if (merged.conflict(secret) != null) {
          merged = settle(merged, secret, isOurs);
          settled.add(secret);
        }
      }
      write(file, merged);
      return settled;
    }
  }

  private MergedFile settle(MergedFile merged, SecretName name, boolean isOurs) {
    Conflict conflict = merged.conflict(name);
    if (conflict != null) {
      String side = isOurs ? "ours" : "theirs";
      context
          .out()
          .println(name() + ": " + name + " is as in " + side + " (" + conflict.sides() + ")");
      noticeVersion(merged.ours().environment(), conflict, isOurs);
    }
    return merged.settle(name, isOurs);
  }

  /** Without a key a side's block stays as it is, its version too. */
  private void noticeVersion(Environment environment, Conflict conflict, boolean isOurs) {
    if (conflict.isAbove(isOurs)) {
      return;
    }
    context
        .err()
        .println(
            "notice: its version is not above that of the other side, which secret verify --base"
                + " reports; to be above both: secret set "
                + Targets.option(environment)
                + " "
                + conflict.name());
  }

  private void write(AtomicFile file, MergedFile merged) throws StoreException {
    boolean isDone = merged.isSettled();
    file.prepare(
        merged.encode(),
        new AtomicFile.Check() {
          @Override
          public void check(byte[] written) throws StoreException {
            if (isDone) {
              SealedFile.parse(name(), written);
            }
          }
        });
    file.commit();
    if (isDone) {
      context.out().println(name() + ": no conflict is left: git add " + name());
    }
  }

  /** Returns what is still to be settled, a line each. */
  List<String> remaining() throws Failure, StoreException {
    byte[] bytes = store.read(directory, fileName);
    List<String> remaining = new ArrayList<>();
    if (bytes == null || !MergedFile.isUnfinished(bytes)) {
      return remaining;
    }
    MergedFile merged = new GitMerge(store, directory, fileName, context).rebuild(bytes);
    for (Conflict conflict : merged.conflicts()) {
      remaining.add(
          name() + ": " + conflict.name() + " was changed on both sides: " + conflict.sides());
    }
    if (merged.isOfTwoKeys()) {
      remaining.add(name() + ": both sides were rekeyed: settle the keyring first");
    }
    return remaining;
  }

  private String name() {
    return store.describe(directory, fileName);
  }
}
