package dev.countersign.runtime.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the manifests of a jar or of a directory of classes. */
public final class Manifests {
  private static final String SUFFIX = ".json";

  private Manifests() {}

  /**
   * Reads every {@code META-INF/countersign/*.json}, in order of file name, and those of the jars
   * within; none is no fault.
   *
   * @throws ManifestFormatException if one is malformed, or the jar or directory cannot be read
   */
  public static List<Manifest> in(Path jarOrDirectory) throws ManifestFormatException {
    List<Manifest> manifests = new ArrayList<>();
    for (Packaged each : Packages.in(jarOrDirectory)) {
      manifests.addAll(each.manifests());
    }
    return List.copyOf(manifests);
  }

  /**
   * Reads the manifests of a jar whose id is not among these, and of each the classes that are in
   * the jar.
   *
   * @throws ManifestFormatException if one is malformed, or the jar cannot be read
   */
  public static List<Manifest> others(Path jar, Set<String> ids) throws ManifestFormatException {
    List<Manifest> others = new ArrayList<>();
    try (ZipFile file = new ZipFile(jar.toFile())) {
      for (String name : manifestsOf(file)) {
        String id = name.substring(Manifest.DIRECTORY.length(), name.length() - SUFFIX.length());
        if (!ids.contains(id)) {
          String origin = jar + "!/" + name;
          byte[] bytes = bytes(file, file.getEntry(name));
          others.add(present(file, Manifest.parse(origin, text(origin, bytes))));
        }
      }
      return others;
    } catch (IOException e) {
      throw unreadable(jar);
    }
  }

  private static Set<String> manifestsOf(ZipFile file) {
    TreeSet<String> names = new TreeSet<>();
    for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
      String name = all.nextElement().getName();
      if (isManifest(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static Manifest present(ZipFile jar, Manifest manifest) {
    List<SecretClass> present = new ArrayList<>();
    for (SecretClass each : manifest.classes()) {
      if (jar.getEntry(each.fileName()) != null) {
        present.add(each);
      }
    }
    return new Manifest(manifest.id(), manifest.declarations(), manifest.digest(), present);
  }

  static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  static boolean isManifest(String name) {
    return name.startsWith(Manifest.DIRECTORY)
        && name.endsWith(SUFFIX)
        && name.indexOf('/', Manifest.DIRECTORY.length()) < 0;
  }

  static String text(String origin, byte[] bytes) throws ManifestFormatException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ManifestFormatException(origin + ": this is not UTF-8; compile again");
    }
  }

  static ManifestFormatException unreadable(Path path) {
    String kind = Files.isDirectory(path) ? "directory" : "jar";
    return new ManifestFormatException(path + ": this is not a " + kind + " that can be read");
  }
}
