package dev.countersign.cli.archive;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All files below a directory, jars and images apart from the others. Symbolic links are followed,
 * round in circles at most once.
 */
final class FoundFiles extends SimpleFileVisitor<Path> {
  private final Path directory;
  private final List<PathMember> files = new ArrayList<>();
  private final Map<String, Path> jars = new TreeMap<>();
  private final Map<String, Path> images = new TreeMap<>();

  private FoundFiles(Path directory) {
    this.directory = directory;
  }

  static FoundFiles below(Path directory) throws IOException {
    FoundFiles found = new FoundFiles(directory);
    Files.walkFileTree(
        directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, found);
    return found;
  }

  List<PathMember> files() {
    return files;
  }

  Map<String, Path> jars() {
    return jars;
  }

  Map<String, Path> images() {
    return images;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
    if (!path.equals(directory) && path.getFileSystem() == directory.getFileSystem()) {
      addImage(path);
    }
    return FileVisitResult.CONTINUE;
  }

  private void addImage(Path path) {
    if (Files.exists(path.resolve("release")) && Archives.isImage(path)) {
      images.put(name(path), path);
    }
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = name(file);
    boolean isJar = name.endsWith(".jar") || name.endsWith(".war");
    if (isJar && attributes.isRegularFile()) {
      jars.put(name, file);
    } else if (attributes.isRegularFile()) {
      files.add(new PathMember(name, file));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    if (failure instanceof FileSystemLoopException) {
      return FileVisitResult.CONTINUE;
    }
    throw new ArchiveException(name(file) + " in it cannot be read");
  }

  private String name(Path path) {
    return directory.relativize(path).toString().replace('\\', '/');
  }
}
