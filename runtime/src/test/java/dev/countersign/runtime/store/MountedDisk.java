package dev.countersign.runtime.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A small file system of its own, in memory, where this user may mount one: root on Linux. */
final class MountedDisk implements AutoCloseable {
  private final Path directory;

  private MountedDisk(Path directory) {
    this.directory = directory;
  }

  /** Mounts it over a directory, or skips the test. */
  static MountedDisk mount(Path directory, String options) throws Exception {
    Files.createDirectories(directory);
    boolean mounted = runs("mount", "-t", "tmpfs", "-o", options, "tmpfs", directory.toString());
    assumeTrue(mounted, "this user may not mount a file system here");
    return new MountedDisk(directory);
  }

  Path directory() {
    return directory;
  }

  /** Fills it to its last byte, and returns the file that does. */
  Path fill() throws IOException {
    Path filler = directory.resolve("filler");
    byte[] bytes = new byte[4096];
    try (var out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(bytes);
      }
    } catch (IOException e) {
      return filler;
    }
  }

  /** Makes empty files until it takes no more. */
  void useUpItsFiles() {
    try {
      for (int i = 0; ; i++) {
        Files.createFile(directory.resolve("file" + i));
      }
    } catch (IOException e) {
      // that was the last
    }
  }

  void makeReadOnly() throws Exception {
    assumeTrue(runs("mount", "-o", "remount,ro", directory.toString()), "cannot be remounted");
  }

  @Override
  public void close() {
    runs("umount", "-l", directory.toString());
  }

  private static boolean runs(String... command) {
    try {
      List<String> words = Arrays.asList(command);
      return new ProcessBuilder(words).redirectErrorStream(true).start().onExit().join().exitValue()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
