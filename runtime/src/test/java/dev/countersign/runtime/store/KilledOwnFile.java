package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** A file like {@code .secrets.local} that a process rewrites until it is killed. */
final class KilledOwnFile implements Killed {
  private static final int REPEATS = 20_000;

  private final StoreFixture project;
  private int last;

  KilledOwnFile(StoreFixture project) throws Exception {
    this.project = project;
    write(project, 0);
  }

  /** Rewrites the file, as the command does: with the lock held. */
  static void write(StoreFixture project, int step) throws Exception {
    StoreLock lock = StoreLock.acquire(project.root);
    try (lock;
        AtomicFile file = AtomicFile.ownerOnly(path(project), "own")) {
      file.prepare(content(step).getBytes(UTF_8), AtomicFile.NO_CHECK);
      file.commit();
    }
  }

  private static Path path(StoreFixture project) {
    return project.root.resolve(".own");
  }

  private static String content(int step) {
    return (step + "\n").repeat(REPEATS);
  }

  @Override
  public Work work() {
    return Work.OWN_FILE;
  }

  @Override
  public void acknowledged(int step) {
    last = step;
  }

  @Override
  public boolean look(int next) throws Exception {
    String content = Files.readString(path(project));
    boolean changed = content.equals(content(next));
    Killed.require(changed || content.equals(content(last)), "the file is neither old nor new");
    Killed.require(isOwnersAlone(), "others may read the file");
    last = changed ? next : last;
    return changed;
  }

  private boolean isOwnersAlone() throws Exception {
    Path path = path(project);
    return !path.getFileSystem().supportedFileAttributeViews().contains("posix")
        || Files.getPosixFilePermissions(path)
            .equals(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
  }
}
