package dev.countersign.runtime.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A disk that works, and pauses after each step and in mid-write. */
abstract class BoundaryDisk extends Disk {
  /** Called between two steps, and where half of a file is written. */
  abstract void boundary() throws IOException;

  @Override
  boolean tryLock(FileChannel channel) throws IOException {
    boolean locked = super.tryLock(channel);
    boundary();
    return locked;
  }

  @Override
  FileChannel create(Path file, @Nullable Set<PosixFilePermission> permissions) throws IOException {
    FileChannel channel = super.create(file, permissions);
    boundary();
    return channel;
  }

  @Override
  void permit(Path file, Set<PosixFilePermission> permissions) throws IOException {
    super.permit(file, permissions);
    boundary();
  }

  @Override
  void write(FileChannel channel, byte[] bytes) throws IOException {
    int half = bytes.length / 2;
    super.write(channel, Arrays.copyOf(bytes, half));
    boundary();
    super.write(channel, Arrays.copyOfRange(bytes, half, bytes.length));
    boundary();
  }

  @Override
  void sync(FileChannel channel) throws IOException {
    super.sync(channel);
    boundary();
  }

  @Override
  byte[] readBack(Path file) throws IOException {
    byte[] bytes = super.readBack(file);
    boundary();
    return bytes;
  }

  @Override
  void rename(Path from, Path to) throws IOException {
    super.rename(from, to);
    boundary();
  }

  @Override
  void syncDirectory(Path directory) throws IOException {
    super.syncDirectory(directory);
    boundary();
  }
}
