package dev.countersign.runtime.declaration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How one directory names another in {@code extends}: relative, with {@code /}, on any system. */
final class DirectoryPath {
  private DirectoryPath() {}

  /** Returns what is wrong with a path as written, or null. */
  static @Nullable String fault(String written) {
    if (written.isEmpty() || written.startsWith("/") || written.indexOf(':') >= 0) {
      return "\"" + written + "\" is not relative to this directory: write it like ../shared";
    }
    if (written.indexOf('\\') >= 0) {
      return "\"" + written + "\" holds a backslash: write /, which every system reads";
    }
    return isPath(written) ? null : "\"" + written + "\" cannot be a path: correct it";
  }

  /** Returns the path from the root to what {@code directory} calls {@code written}. */
  static String join(String directory, String written) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (directory + "/" + written).split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static boolean isPath(String text) {
    try {
      return Path.of(text).getNameCount() > 0;
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
