package dev.countersign.runtime.resource;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The class path that the process was started with. It stands in for its loader only where the two
 * hold the same: no modules but Java's own, and no jar that names further ones. Jars that an agent
 * appends are not looked into.
 */
final class ClassPath {
  private static final String LOADER = "jdk.internal.loader.ClassLoaders$AppClassLoader";

  private static boolean isKnown;
  private static @Nullable ClassPath known;

  private final List<ClassPathEntry> entries;

  private ClassPath(List<ClassPathEntry> entries) {
    this.entries = entries;
  }

  /** Returns what a loader holds, or null if it must be asked itself. */
  static synchronized @Nullable ClassPath of(ClassLoader loader) {
    if (loader != ClassLoader.getSystemClassLoader()) {
      return null;
    }
    if (!isKnown) {
      known = isPlain(loader) ? parse(System.getProperty("java.class.path", "")) : null;
      isKnown = true;
    }
    return known;
  }

  private static boolean isPlain(ClassLoader loader) {
    return loader.getClass().getName().equals(LOADER)
        && !ClassPath.class.getModule().isNamed()
        && !Resources.isNativeImage()
        && System.getProperty("jdk.module.path") == null
        && System.getProperty("jdk.module.main") == null;
  }

  /** Reads a class path; null if it is empty, or if there is more than meets the eye. */
  static @Nullable ClassPath parse(String path) {
    List<ClassPathEntry> entries = new ArrayList<>();
    int start = 0;
    while (!path.isEmpty() && start <= path.length()) {
      int next = path.indexOf(File.pathSeparatorChar, start);
      int end = next < 0 ? path.length() : next;
      ClassPathEntry entry = ClassPathEntry.of(new File(path.substring(start, end)));
      if (entry == null) {
        return null;
      }
      entries.add(entry);
      start = end + 1;
    }
    return entries.isEmpty() ? null : new ClassPath(entries);
  }

  List<URL> find(String name) throws IOException {
    List<URL> places = new ArrayList<>(1);
    for (ClassPathEntry entry : entries) {
      URL place = entry.find(name);
      if (place != null) {
        places.add(place);
      }
    }
    return places;
  }
}
