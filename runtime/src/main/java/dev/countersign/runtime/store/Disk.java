package dev.countersign.runtime.store;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of a locked, atomic write, each a call to the system, so that a test can fail each. */
class Disk {
  static final Disk REAL = new Disk();

  private static final Set<StandardOpenOption> CREATE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  /** Says whether the lock was free, and takes it then. */
  boolean tryLock(FileChannel channel) throws IOException {
    return channel.tryLock() != null;
  }

  FileChannel create(Path file, @Nullable Set<PosixFilePermission> permissions) throws IOException {
    return permissions == null
        ? FileChannel.open(file, CREATE, new FileAttribute<?>[0])
        : FileChannel.open(file, CREATE, PosixFilePermissions.asFileAttribute(permissions));
  }

  void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  void permit(Path file, Set<PosixFilePermission> permissions) throws IOException {
    Files.setPosixFilePermissions(file, permissions);
  }

  void sync(FileChannel channel) throws IOException {
    channel.force(true);
  }

  byte[] readBack(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  void syncDirectory(Path directory) throws IOException {
    if (File.separatorChar == '\\') {
      return; // Windows cannot open a directory
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
