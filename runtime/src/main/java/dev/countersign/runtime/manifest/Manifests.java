package dev.countersign.runtime.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the manifests of a jar or of a directory of classes. Does not look into nested jars. */
public final class Manifests {
  private static final String SUFFIX = ".json";

  private Manifests() {}

  /**
   * Reads every {@code META-INF/countersign/*.json}, in order of file name; none is no fault.
   *
   * @throws ManifestFormatException if one is malformed, or the jar or directory cannot be read
   */
  public static List<Manifest> in(Path jarOrDirectory) throws ManifestFormatException {
    List<Manifest> manifests = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : files(jarOrDirectory).entrySet()) {
      String origin = jarOrDirectory + "!/" + Manifest.DIRECTORY + file.getKey();
      manifests.add(Manifest.parse(origin, text(origin, file.getValue())));
    }
    return List.copyOf(manifests);
  }

  private static Map<String, byte[]> files(Path path) throws ManifestFormatException {
    if (!Files.exists(path)) {
      throw new ManifestFormatException(path + ": there is no such jar or directory");
    }
    try {
      return Files.isDirectory(path) ? inDirectory(path) : inJar(path);
    } catch (IOException e) {
      String kind = Files.isDirectory(path) ? "directory" : "jar";
      throw new ManifestFormatException(path + ": this is not a " + kind + " that can be read");
    }
  }

  private static Map<String, byte[]> inDirectory(Path path) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    Path directory = path.resolve(Manifest.DIRECTORY);
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(directory)) {
        for (Path child : children) {
          String name = String.valueOf(child.getFileName());
          if (name.endsWith(SUFFIX) && Files.isRegularFile(child)) {
            files.put(name, Files.readAllBytes(child));
          }
        }
      }
    }
    return files;
  }

  private static Map<String, byte[]> inJar(Path path) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipFile jar = new ZipFile(path.toFile())) {
      for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (isManifest(entry.getName())) {
          try (InputStream in = jar.getInputStream(entry)) {
            files.put(entry.getName().substring(Manifest.DIRECTORY.length()), in.readAllBytes());
          }
        }
      }
    }
    return files;
  }

  private static boolean isManifest(String name) {
    return name.startsWith(Manifest.DIRECTORY)
        && name.endsWith(SUFFIX)
        && name.indexOf('/', Manifest.DIRECTORY.length()) < 0;
  }

  private static String text(String origin, byte[] bytes) throws ManifestFormatException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ManifestFormatException(origin + ": this is not UTF-8; compile again");
    }
  }
}
