package dev.countersign.processor;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Names one compilation: the application, and the path from the project's root to the output, so
 * that main and test classes never collide. Holds nothing of the machine's own paths.
 */
final class ModuleId {
  private ModuleId() {}

  /** Returns an id of letters, digits and underscores. */
  static String of(String application, Optional<Path> root, Optional<Path> output) {
    String place = root.isPresent() && output.isPresent() ? place(root.get(), output.get()) : "";
    return sanitised(place.isEmpty() ? application : application + "/" + place);
  }

  /**
   * Returns the id of the compilation that a module-info belongs to. It is the same wherever the
   * classes are written, so that the module-info can name what is generated.
   */
  static String of(String application, String namedModule) {
    return sanitised(application + "/" + namedModule);
  }

  private static String place(Path root, Path output) {
    try {
      return root.toAbsolutePath().normalize().relativize(output).toString();
    } catch (IllegalArgumentException e) {
      return output.getFileName().toString(); // on another drive
    }
  }

  private static String sanitised(String text) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      id.append(plain ? c : '_');
    }
    return id.toString();
  }
}
