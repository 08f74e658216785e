package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The archives that packaging left, and the files in them. */
final class Archives {
  private static final Path TARGET = Launcher.PATH.getParent().getParent().getParent();

  private Archives() {}

  static List<Path> all() throws IOException {
    return List.of(zip(), tarball());
  }

  static Path zip() throws IOException {
    return one("*.zip");
  }

  static Path tarball() throws IOException {
    return one("*.tar.gz");
  }

  private static Path one(String ending) throws IOException {
    try (DirectoryStream<Path> archives =
        Files.newDirectoryStream(TARGET, "countersign-[0-9]" + ending)) {
      List<Path> found = new ArrayList<>();
      archives.forEach(found::add);
      assertEquals(1, found.size(), () -> "in " + TARGET + ", package anew: " + found);
      return found.get(0);
    }
  }

  /** Unpacks an archive with its modes, and returns the one directory that is in it. */
  static Path unpack(Path archive, Path directory) throws Exception {
    Files.createDirectories(directory);
    if (archive.toString().endsWith(".zip")) {
      unzip(archive, directory);
    } else {
      Shell.run(directory, Map.of(), "tar", "-xzf", archive.toString()).succeeds();
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> found = files.toList();
      assertEquals(1, found.size(), found::toString);
      return found.get(0);
    }
  }

  private static void unzip(Path archive, Path directory) throws IOException {
    URI uri = URI.create("jar:" + archive.toUri());
    try (FileSystem zip =
            FileSystems.newFileSystem(uri, Map.of("enablePosixFileAttributes", "true"));
        Stream<Path> files = Files.walk(zip.getPath("/"))) {
      for (Path file : files.toList()) {
        Path copy = directory.resolve(file.toString().substring(1));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
          Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
        }
      }
    }
  }

  /** Returns all that is below a directory, with what would tell that it was touched. */
  static Map<String, String> tree(Path directory) throws IOException {
    Map<String, String> tree = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.toList()) {
        tree.put(directory.relativize(file).toString(), about(file));
      }
    }
    return tree;
  }

  private static String about(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return "to " + Files.readSymbolicLink(file);
    }
    PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
    String size = attributes.isDirectory() ? "" : " " + attributes.size();
    return attributes.permissions() + " " + attributes.lastModifiedTime() + size;
  }
}
