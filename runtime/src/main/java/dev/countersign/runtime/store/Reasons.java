package dev.countersign.runtime.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** The reason of an input or output error in words for a user, without a path or a class name. */
final class Reasons {
  private Reasons() {}

  static String of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "it exists already";
    }
    return lowerCase(e instanceof FileSystemException f ? f.getReason() : e.getMessage());
  }

  private static String lowerCase(@Nullable String reason) {
    if (reason == null || reason.isEmpty()) {
      return "input or output error";
    }
    return Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
  }
}
