package dev.countersign.runtime.age;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The age test kit, which lies in {@code ../shared} beside the repository's root. */
final class Vectors {
  private Vectors() {}

  /** Looks upward from the module's directory; null where the repository stands alone. */
  static @Nullable Path directory() {
    Path from = Path.of("").toAbsolutePath();
    while (from != null) {
      Path directory = from.resolveSibling("shared").resolve("vectors").resolve("age");
      if (Files.isDirectory(directory)) {
        return directory;
      }
      from = from.getParent();
    }
    return null;
  }

  static List<Vector> in(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      List<Vector> vectors = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        vectors.add(Vector.read(file));
      }
      return vectors;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
