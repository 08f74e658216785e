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
  private static final String WITHIN = "!/";

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
    String inner = url.startsWith(JAR) ? url.substring(JAR.length()) : url;
    inner = inner.endsWith(WITHIN) ? inner.substring(0, inner.length() - WITHIN.length()) : inner;
    Path file = file(inner);
    if (file != null) {
      return file.toString();
    }
    return inner.startsWith(NESTED) ? inner.substring(NESTED.length()) : inner;
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
