package dev.countersign.runtime;

import dev.countersign.runtime.resource.Resources;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Where a class was loaded from. */
final class ModulePlace {
  private ModulePlace() {}

  /** Returns the directory that a class was loaded from, or null if it was something else. */
  static @Nullable Path directory(Class<?> type) {
    Path file = file(type);
    return file != null && Files.isDirectory(file) ? file : null;
  }

  /** Returns the jar that a class was loaded from, or null if it was something else. */
  static @Nullable Path jar(Class<?> type) {
    Path file = file(type);
    return file != null && Files.isRegularFile(file) ? file : null;
  }

  /** Returns the jar or directory, or null if it is neither: a jar in a jar, an image. */
  static @Nullable Path file(Class<?> type) {
    URL location = location(type);
    if (location == null || !"file".equals(location.getProtocol())) {
      return null;
    }
    try {
      return Path.of(location.toURI());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return null; // a location that is no file
    }
  }

  /** Returns the place in the words of a message. */
  static String describe(Class<?> type) {
    Path file = file(type);
    URL location = location(type);
    return file != null ? file.toString() : location != null ? location.toString() : type.getName();
  }

  /** A native image says of every class that it is from the executable, which is no jar. */
  private static @Nullable URL location(Class<?> type) {
    if (Resources.isNativeImage()) {
      return null;
    }
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }
}
