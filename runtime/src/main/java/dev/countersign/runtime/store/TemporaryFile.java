package dev.countersign.runtime.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file that is written beside another and renamed over it. From its first byte nobody can read
 * it who could not read the other. What a killed process left behind is removed by the next one.
 */
final class TemporaryFile {
  private static final String SUFFIX = ".tmp";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path target;
  private final boolean ownerOnly;
  private final Disk disk;
  private @Nullable Path path;

  TemporaryFile(Path target, boolean ownerOnly, Disk disk) {
    this.target = target;
    this.ownerOnly = ownerOnly;
    this.disk = disk;
  }

  boolean ownerOnly() {
    return ownerOnly;
  }

  Path directory() {
    Path parent = target.getParent();
    return parent == null ? target : parent;
  }

  /** Writes the content durably and returns what is on disk then. */
  byte[] write(byte[] content) throws IOException {
    removeLeftovers();
    Path created = directory().resolve(prefix() + unique() + SUFFIX);
    Set<PosixFilePermission> permissions = permissions();
    try (FileChannel channel = disk.create(created, permissions)) {
      path = created;
      if (permissions != null) {
        disk.permit(created, permissions);
      }
      disk.write(channel, content);
      disk.sync(channel);
    }
    return readBack(created, content);
  }

  void rename() throws IOException {
    if (path == null) {
      throw new IOException("nothing was prepared");
    }
    disk.rename(path, target);
    path = null;
  }

  /** Removes the file if it is still there. */
  void delete() {
    if (path != null) {
      deleteQuietly(path);
      path = null;
    }
  }

  private byte[] readBack(Path created, byte[] content) throws IOException {
    byte[] written = disk.readBack(created);
    if (!Arrays.equals(written, content)) {
      throw new IOException("the disk gave back other bytes than were written");
    }
    return written;
  }

  private @Nullable Set<PosixFilePermission> permissions() throws IOException {
    if (!target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return null;
    }
    if (ownerOnly) {
      return OWNER_ONLY;
    }
    try {
      return Files.getPosixFilePermissions(target);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private void removeLeftovers() throws IOException {
    try (DirectoryStream<Path> siblings = Files.newDirectoryStream(directory())) {
      for (Path sibling : siblings) {
        if (isLeftover(sibling.getFileName().toString())) {
          deleteQuietly(sibling);
        }
      }
    }
  }

  private boolean isLeftover(String name) {
    int middle = prefix().length();
    return name.startsWith(prefix())
        && name.endsWith(SUFFIX)
        && name.indexOf('.', middle) == name.length() - SUFFIX.length();
  }

  private String prefix() {
    String name = target.getFileName().toString();
    return (name.startsWith(".") ? name : "." + name) + ".";
  }

  private static String unique() {
    long process = ProcessHandle.current().pid();
    return Long.toHexString(process) + "-" + Long.toHexString(System.nanoTime());
  }

  private static void deleteQuietly(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // The next writer tries again.
    }
  }
}
