package dev.countersign.runtime.store;

import dev.countersign.runtime.declaration.Project;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a store is packed into: a jar, a jar within a jar, a module of an image, or a directory of
 * classes.
 *
 * @param url where it is, as its class loader says, with a slash at the end
 */
record PackedPlace(String url) {
  private static final String JAR = "jar:";
  private static final String NESTED = "nested:";

  /** Returns what holds a file of an application's packed store. */
  static PackedPlace of(URL file, String application) {
    String text = file.toString();
    String store = PackedLayout.directory(application, "");
    return new PackedPlace(text.substring(0, text.lastIndexOf(store)));
  }

  /**
   * Says whether this is what a developer's build has just written: classes in a checkout. The
   * store that counts there is the checkout's own, which may be newer.
   */
  boolean isBuildOutput() {
    Path directory = file(url);
    return directory != null && Project.findRoot(directory) != null;
  }

  /** Returns the place in the words of a message. */
  String describe() {
    String inner = withoutEnd(withoutEnd(withoutStart(url, JAR), "!/"), "/");
    Path file = file(inner);
    return file != null ? file.toString() : withoutStart(inner, NESTED);
  }

  private static String withoutStart(String text, String start) {
    return text.startsWith(start) ? text.substring(start.length()) : text;
  }

  private static String withoutEnd(String text, String end) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
  }

  private static @Nullable Path file(String url) {
    if (!url.startsWith("file:")) {
      return null;
    }
    try {
      return Path.of(URI.create(url));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return null; // a location that is no file
    }
  }
}
