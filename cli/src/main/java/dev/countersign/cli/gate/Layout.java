package dev.countersign.cli.gate;

import dev.countersign.runtime.dotenv.OverrideFile;
import dev.countersign.runtime.manifest.Manifest;
import java.util.BitSet;

/** What a file of an archive is to us, by its name. */
final class Layout {
  static final String SERVICE = "dev.countersign.runtime.SecretModule";
  static final String SERVICES = "META-INF/services/" + SERVICE;
  static final String DESCRIPTOR = "module-info.class";
  private static final String OVERRIDES = OverrideFile.FILE;

  /** Where Spring Boot, web applications and jmods keep classes, besides the root. */
  private static final String[] CLASSES = {"BOOT-INF/classes/", "WEB-INF/classes/", "classes/"};

  /** Where libraries are within an executable jar and within a war. */
  private static final String[] LIBRARIES = {
    "BOOT-INF/lib/", "WEB-INF/lib/", "WEB-INF/lib-provided/"
  };

  private static final String VERSIONS = "META-INF/versions/";

  private Layout() {}

  /** Returns a file's name as a class loader knows it. */
  static String resource(String name) {
    for (String prefix : CLASSES) {
      if (name.startsWith(prefix)) {
        return name.substring(prefix.length());
      }
    }
    return name;
  }

  /** Adds how long the name of the file of a resource may be, as names of ASCII letters go. */
  static void addLengths(int resource, BitSet lengths) {
    lengths.set(resource);
    for (String prefix : CLASSES) {
      lengths.set(prefix.length() + resource);
    }
  }

  static boolean isManifest(String resource) {
    return resource.startsWith(Manifest.DIRECTORY)
        && resource.endsWith(".json")
        && resource.indexOf('/', Manifest.DIRECTORY.length()) < 0;
  }

  /** Says whether a file holds a developer's own values. */
  static boolean isOverrides(String name) {
    return name.endsWith(OVERRIDES)
        && (name.length() == OVERRIDES.length()
            || name.charAt(name.length() - OVERRIDES.length() - 1) == '/');
  }

  /** Says whether a file is a jar on the class path of the one it is in. */
  static boolean isLibrary(String archive, String name) {
    if (archive.endsWith(".ear")) {
      return name.endsWith(".jar") || name.endsWith(".war");
    }
    boolean isThere = false;
    for (String prefix : LIBRARIES) {
      isThere |= name.startsWith(prefix);
    }
    return isThere && name.endsWith(".jar");
  }

  /** Says whether a class counts on some versions of Java only: its other form tells. */
  static boolean isOfOneVersion(String name) {
    return name.startsWith(VERSIONS);
  }
}
