package dev.countersign.benchmarks.gate;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes what {@code benchmarks/gate.sh} measures: 300 libraries, which are the classes of this JDK
 * dealt out, around an application: as an executable jar of Spring Boot, with the libraries stored
 * in it as jars, as a war, with the libraries compressed, and as one shaded jar.
 */
final class FatJars {
  private static final int LIBRARIES = 300;

  private final Path classes;
  private final Path output;
  private final List<List<Path>> libraries = new ArrayList<>();

  private FatJars(Path classes, Path output) {
    this.classes = classes;
    this.output = output;
  }

  /** Takes the directory of the application's classes and the one to write to. */
  public static void main(String[] arguments) throws IOException {
    FatJars jars = new FatJars(Path.of(arguments[0]), Path.of(arguments[1]));
    jars.deal();
    jars.write();
  }

  private void deal() throws IOException {
    FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
    List<Path> all;
    try (Stream<Path> files = Files.walk(image.getPath("/modules"))) {
      all = files.filter(each -> each.toString().endsWith(".class")).sorted().toList();
    }
    int each = all.size() / LIBRARIES + 1;
    for (int i = 0; i < LIBRARIES; i++) {
      libraries.add(
          all.subList(Math.min(all.size(), i * each), Math.min(all.size(), (i + 1) * each)));
    }
    System.out.printf("%d libraries of %d classes%n", LIBRARIES, all.size());
  }

  private void write() throws IOException {
    Files.createDirectories(output);
    List<Path> written = new ArrayList<>();
    for (int i = 0; i < LIBRARIES; i++) {
      Path library = output.resolve("library-" + i + ".jar");
      try (ZipOutputStream jar = open(library)) {
        add(libraries.get(i), jar, new HashSet<>());
      }
      written.add(library);
    }
    nested("boot.jar", "BOOT-INF/", written, ZipEntry.STORED);
    nested("app.war", "WEB-INF/", written, ZipEntry.DEFLATED);
    try (ZipOutputStream jar = open(output.resolve("shaded.jar"))) {
      addApplication("", jar);
      Set<String> names = new HashSet<>();
      for (List<Path> library : libraries) {
        add(library, jar, names);
      }
    }
    for (Path library : written) {
      Files.delete(library);
    }
  }

  private static ZipOutputStream open(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return new ZipOutputStream(new java.io.BufferedOutputStream(out, 1 << 16));
  }

  private static void add(List<Path> library, ZipOutputStream jar, Set<String> names)
      throws IOException {
    for (Path each : library) {
      String name = each.subpath(2, each.getNameCount()).toString();
      if (names.add(name)) {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(Files.readAllBytes(each));
      }
    }
  }

  private void nested(String name, String prefix, List<Path> jars, int method) throws IOException {
    try (ZipOutputStream jar = open(output.resolve(name))) {
      addApplication(prefix + "classes/", jar);
      for (Path each : jars) {
        byte[] bytes = Files.readAllBytes(each);
        ZipEntry entry = new ZipEntry(prefix + "lib/" + each.getFileName());
        CRC32 sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(method);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        jar.putNextEntry(entry);
        jar.write(bytes);
      }
    }
  }

  private void addApplication(String prefix, ZipOutputStream jar) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(classes)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      jar.putNextEntry(new ZipEntry(prefix + classes.relativize(file)));
      jar.write(Files.readAllBytes(file));
    }
  }
}
