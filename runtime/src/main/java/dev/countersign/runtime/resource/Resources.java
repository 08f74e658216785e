package dev.countersign.runtime.resource;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds and reads what a class loader holds by name. On a plain class path it looks into the jars
 * itself: the loader would first search the whole of Java, which takes some ten milliseconds in a
 * process that has just started.
 */
public final class Resources {
  private static final String JAR = "jar:file:";
  private static final String WITHIN = "!/";

  private static final String NATIVE_IMAGE = "org.graalvm.nativeimage.imagecode";

  private Resources() {}

  /** Says whether this is a native image, where no class or resource comes from a jar. */
  public static boolean isNativeImage() {
    return System.getProperty(NATIVE_IMAGE) != null;
  }

  /** Returns every place of a resource, in the order of the class path. */
  public static List<URL> find(ClassLoader loader, String name) throws IOException {
    ClassPath path = ClassPath.of(loader);
    return path == null ? Collections.list(loader.getResources(name)) : path.find(name);
  }

  /** Reads a resource, and no more than a limit of it. */
  public static byte[] read(URL place, int limit) throws IOException {
    String text = place.toString();
    int within = text.indexOf(WITHIN);
    if (text.startsWith(JAR) && within >= 0 && within == text.lastIndexOf(WITHIN)) {
      return readEntry(place, text.substring(JAR.length() - "file:".length(), within), limit);
    }
    File file = text.startsWith("file:") ? file(text) : null;
    try (InputStream in = file == null ? place.openStream() : new FileInputStream(file)) {
      return in.readNBytes(limit);
    }
  }

  private static byte[] readEntry(URL place, String jarUrl, int limit) throws IOException {
    File file = file(jarUrl);
    String name = place.getPath().substring(place.getPath().indexOf(WITHIN) + WITHIN.length());
    if (file == null || name.indexOf('%') >= 0) {
      try (InputStream in = place.openStream()) {
        return in.readNBytes(limit);
      }
    }
    try (ZipFile jar = new ZipFile(file)) {
      ZipEntry entry = jar.getEntry(name);
      if (entry == null) {
        throw new FileNotFoundException(place.toString());
      }
      try (InputStream in = jar.getInputStream(entry)) {
        return in.readNBytes(limit);
      }
    }
  }

  /** Returns the file of an address, or null if it is none of this machine. */
  private static @Nullable File file(String url) {
    try {
      return new File(URI.create(url));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
