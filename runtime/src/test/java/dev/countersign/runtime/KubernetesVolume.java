package dev.countersign.runtime;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A directory as the kubelet mounts a Secret: each file is a link through {@code ..data}, itself a
 * link to the directory of one state. A new state is written aside, the one link swapped, the old
 * state removed, and then the links of files that are new or gone.
 */
final class KubernetesVolume {
  private final Path directory;
  private Path state;
  private Set<String> names = Set.of();
  private int number;

  KubernetesVolume(Path directory) {
    this.directory = directory;
  }

  void swap(Map<String, String> files) throws IOException {
    Path old = state;
    state = Files.createDirectory(directory.resolve("..2026_11_21_08_00_00." + ++number));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(state.resolve(file.getKey()), file.getValue());
    }
    link(directory.resolve("..data_tmp"), state.getFileName());
    Files.move(
        directory.resolve("..data_tmp"),
        directory.resolve("..data"),
        StandardCopyOption.ATOMIC_MOVE);
    if (old != null) {
      remove(old);
    }
    linkThrough(files.keySet());
  }

  private void remove(Path old) throws IOException {
    for (String name : names) {
      Files.delete(old.resolve(name));
    }
    Files.delete(old);
  }

  private void linkThrough(Set<String> present) throws IOException {
    for (String name : present) {
      if (!names.contains(name)) {
        link(directory.resolve(name), Path.of("..data", name));
      }
    }
    for (String name : names) {
      if (!present.contains(name)) {
        Files.delete(directory.resolve(name));
      }
    }
    names = new HashSet<>(present);
  }

  static void link(Path link, Path target) throws IOException {
    try {
      Files.createSymbolicLink(link, target);
    } catch (UnsupportedOperationException | IOException e) {
      assumeFalse(System.getProperty("os.name").startsWith("Windows"), "links need a right there");
      throw e;
    }
  }
}
