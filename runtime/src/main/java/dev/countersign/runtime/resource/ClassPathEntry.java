package dev.countersign.runtime.resource;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A jar or a directory of the class path. A jar stays open, as its class loader keeps it. */
final class ClassPathEntry {
  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final String FURTHER = "class-path:";

  private final File file;
  private final @Nullable ZipFile jar;

  private ClassPathEntry(File file, @Nullable ZipFile jar) {
    this.file = file;
    this.jar = jar;
  }

  /** Returns an entry, which may be of a file that is not there; null if it names further ones. */
  static @Nullable ClassPathEntry of(File named) {
    File file = named.getAbsoluteFile();
    if (!file.isFile()) {
      return new ClassPathEntry(file, null);
    }
    try {
      ZipFile jar = new ZipFile(file);
      return namesFurther(jar) ? null : new ClassPathEntry(file, jar);
    } catch (IOException e) {
      return new ClassPathEntry(file, null); // no jar: a class loader passes over it
    }
  }

  private static boolean namesFurther(ZipFile jar) throws IOException {
    ZipEntry manifest = jar.getEntry(MANIFEST);
    if (manifest == null) {
      return false;
    }
    try (InputStream in = jar.getInputStream(manifest)) {
      String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return text.toLowerCase(Locale.ROOT).contains(FURTHER);
    }
  }

  /** Returns where a resource is, or null if it is not here. */
  @Nullable URL find(String name) throws IOException {
    if (jar == null) {
      File found = new File(file, name);
      return found.exists() ? found.toURI().toURL() : null;
    }
    return jar.getEntry(name) == null
        ? null
        : new URL("jar:" + file.toURI() + "!/" + encoded(name));
  }

  private static String encoded(String name) throws IOException {
    try {
      return new URI(null, null, name, null).getRawPath();
    } catch (URISyntaxException e) {
      throw new IOException("not the name of a resource: " + name, e);
    }
  }
}
