package dev.countersign.runtime.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A disk that fails once, when a step is taken for the nth time; a write fails half done. */
class FaultyDisk extends Disk {
  enum Step {
    CREATE,
    PERMIT,
    WRITE,
    SYNC,
    READ_BACK,
    RENAME,
    SYNC_DIRECTORY
  }

  private final Step faulty;
  private int left;
  final Set<Step> reached = EnumSet.noneOf(Step.class);

  FaultyDisk(Step faulty) {
    this(faulty, 1);
  }

  FaultyDisk(Step faulty, int time) {
    this.faulty = faulty;
    this.left = time;
  }

  @Override
  FileChannel create(Path file, @Nullable Set<PosixFilePermission> permissions) throws IOException {
    reach(Step.CREATE);
    return super.create(file, permissions);
  }

  @Override
  void permit(Path file, Set<PosixFilePermission> permissions) throws IOException {
    reach(Step.PERMIT);
    super.permit(file, permissions);
  }

  @Override
  void write(FileChannel channel, byte[] bytes) throws IOException {
    if (faulty == Step.WRITE && left == 1) {
      super.write(channel, Arrays.copyOf(bytes, bytes.length / 2));
    }
    reach(Step.WRITE);
    super.write(channel, bytes);
  }

  @Override
  void sync(FileChannel channel) throws IOException {
    reach(Step.SYNC);
    super.sync(channel);
  }

  @Override
  byte[] readBack(Path file) throws IOException {
    reach(Step.READ_BACK);
    return super.readBack(file);
  }

  @Override
  void rename(Path from, Path to) throws IOException {
    reach(Step.RENAME);
    super.rename(from, to);
  }

  @Override
  void syncDirectory(Path directory) throws IOException {
    reach(Step.SYNC_DIRECTORY);
    super.syncDirectory(directory);
  }

  /** Called when a step is about to be taken. */
  void reach(Step step) throws IOException {
    reached.add(step);
    if (step == faulty && --left == 0) {
      throw new IOException("No space left on device");
    }
  }
}
