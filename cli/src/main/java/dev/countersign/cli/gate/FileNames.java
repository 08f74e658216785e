package dev.countersign.cli.gate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Files as other programs name them: from the top of the repository, which is where code scanning
 * and pull requests look.
 */
final class FileNames {
  private static final String UNRESERVED = "-._~/!$&'()*+,;=:@";

  private final @Nullable Path root;
  private final @Nullable Path top;

  FileNames(@Nullable Path root) {
    this.root = root == null ? null : root.toAbsolutePath().normalize();
    this.top = this.root == null ? null : top(this.root);
  }

  private static Path top(Path root) {
    for (Path path = root; path != null; path = path.getParent()) {
      if (Files.exists(path.resolve(".git"))) {
        return path;
      }
    }
    return root;
  }

  /** Returns a file's path from the top, with slashes; one from elsewhere stays as it is. */
  String fromTop(String file) {
    if (root == null || top == null) {
      return file.replace('\\', '/');
    }
    try {
      Path path = root.resolve(file).normalize();
      return (path.startsWith(top) ? top.relativize(path).toString() : file).replace('\\', '/');
    } catch (InvalidPathException e) {
      return file;
    }
  }

  /** Returns a file as a relative reference of RFC 3986. */
  String reference(String file) {
    StringBuilder reference = new StringBuilder();
    for (byte each : fromTop(file).getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xFF);
      boolean isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (isPlain || UNRESERVED.indexOf(c) >= 0) {
        reference.append(c);
      } else {
        reference.append('%').append(hex(c >> 4)).append(hex(c & 15));
      }
    }
    return reference.toString();
  }

  private static char hex(int digit) {
    return Character.toUpperCase(Character.forDigit(digit, 16));
  }
}
