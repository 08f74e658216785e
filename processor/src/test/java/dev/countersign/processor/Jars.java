package dev.countersign.processor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs classes as build tools do: plain, several jars in one, jars within a jar. */
final class Jars {
  private Jars() {}

  /** Returns the files of a directory or jar, each by its path. */
  static Map<String, byte[]> files(Path path) throws IOException {
    return Files.isDirectory(path) ? ofDirectory(path) : ofJar(path);
  }

  private static Map<String, byte[]> ofDirectory(Path directory) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString().replace('\\', '/');
        files.put(name, Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static Map<String, byte[]> ofJar(Path jar) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return files;
  }

  /** Writes a jar; files that are jars themselves are stored as they are. */
  static Path jar(Path jar, Map<String, byte[]> files) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      if (files.containsKey("META-INF/MANIFEST.MF")) {
        write(zip, "META-INF/MANIFEST.MF", files.get("META-INF/MANIFEST.MF"));
      }
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        if (!file.getKey().equals("META-INF/MANIFEST.MF")) {
          write(zip, file.getKey(), file.getValue());
        }
      }
    }
    return jar;
  }

  private static void write(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    if (name.endsWith(".jar")) {
      CRC32 crc = new CRC32();
      crc.update(bytes);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(bytes.length);
      entry.setCrc(crc.getValue());
    }
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Puts several jars into one, as shading does; what is there twice is the first jar's. */
  static Map<String, byte[]> overwritten(Path... jars) throws IOException {
    return merged((first, second) -> first, jars);
  }

  /** Puts several jars into one, and joins the files of META-INF/services. */
  static Map<String, byte[]> transformed(Path... jars) throws IOException {
    return merged(Jars::join, jars);
  }

  private static Map<String, byte[]> merged(BinaryOperator<byte[]> services, Path... jars)
      throws IOException {
    Map<String, byte[]> merged = new TreeMap<>();
    for (Path jar : jars) {
      files(jar)
          .forEach(
              (name, bytes) ->
                  merged.merge(
                      name,
                      bytes,
                      name.startsWith("META-INF/services/") ? services : (first, second) -> first));
    }
    return merged;
  }

  private static byte[] join(byte[] one, byte[] other) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    try {
      joined.write(one);
      joined.write(other);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return joined.toByteArray();
  }
}
