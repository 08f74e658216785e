package dev.countersign.runtime.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * Looks into a jar or a directory of classes, and into the jars within the jar of a Spring Boot or
 * web application.
 */
public final class Packages {
  private Packages() {}

  /**
   * Reads what a jar or directory holds for us, and then each jar within it.
   *
   * @throws ManifestFormatException if a manifest is malformed, or a jar cannot be read
   */
  public static List<Packaged> in(Path path) throws ManifestFormatException {
    if (!Files.exists(path)) {
      throw new ManifestFormatException(path + ": there is no such jar or directory");
    }
    try {
      return Files.isDirectory(path) ? List.of(inDirectory(path)) : inJar(path);
    } catch (IOException e) {
      throw Manifests.unreadable(path);
    }
  }

  private static Packaged inDirectory(Path path) throws IOException, ManifestFormatException {
    PackageReader reader = new PackageReader(path.toString());
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = path.relativize(file).toString().replace('\\', '/');
            reader.add(name, PackageReader.reads(name) ? Files.readAllBytes(file) : null);
            return FileVisitResult.CONTINUE;
          }
        });
    return reader.done();
  }

  private static List<Packaged> inJar(Path path) throws IOException, ManifestFormatException {
    PackageReader reader = new PackageReader(path.toString());
    List<Packaged> libraries = new ArrayList<>();
    try (ZipFile jar = new ZipFile(path.toFile())) {
      for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName();
        reader.add(name, PackageReader.reads(name) ? Manifests.bytes(jar, entry) : null);
        if (PackageReader.isLibrary(name)) {
          libraries.add(inLibrary(path + "!/" + name, jar.getInputStream(entry)));
        }
      }
    }
    List<Packaged> packages = new ArrayList<>(List.of(reader.done()));
    packages.addAll(libraries);
    return packages;
  }

  private static Packaged inLibrary(String origin, InputStream bytes)
      throws IOException, ManifestFormatException {
    PackageReader reader = new PackageReader(origin);
    try (ZipInputStream jar = new ZipInputStream(bytes)) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        String name = entry.getName();
        reader.add(name, PackageReader.reads(name) ? jar.readAllBytes() : null);
      }
    }
    return reader.done();
  }
}
