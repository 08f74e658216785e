package dev.countersign.cli.archive;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds the archives at a path: a jar, war or jmod; a directory of classes, and all jars below it;
 * the modules of an image of {@code jlink}. Closing it ends all reading.
 */
public final class Archives implements AutoCloseable {
  private static final String IMAGE = "lib/modules";
  private static final String IMAGE_READER = "lib/jrt-fs.jar";

  private final List<AutoCloseable> open = new ArrayList<>();

  /**
   * Returns the archives at a path, of which libraries within jars are told by {@link #within}.
   *
   * @param name what messages call the path
   * @throws IOException if there is nothing, or it cannot be read
   */
  public List<ArchiveSource> at(String name, Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(jar(name, path));
    }
    List<ArchiveSource> sources = new ArrayList<>();
    if (isImage(path)) {
      sources.addAll(modules(name, path));
    }
    FoundFiles found = FoundFiles.below(path);
    sources.add(new DirectorySource(name, found.files()));
    for (Map.Entry<String, Path> jar : found.jars().entrySet()) {
      sources.add(jar(name + "/" + jar.getKey(), jar.getValue()));
    }
    for (Map.Entry<String, Path> image : found.images().entrySet()) {
      sources.addAll(modules(name + "/" + image.getKey(), image.getValue()));
    }
    return sources;
  }

  /** Returns a jar that is within another archive, by its file there. */
  public static ArchiveSource within(Archive archive, Member library) throws IOException {
    if (library instanceof ZipMember zipped) {
      return new NestedSource(archive.name() + "!/" + library.name(), zipped);
    }
    throw new ArchiveException(library.name() + " is a file of its own");
  }

  private ArchiveSource jar(String name, Path path) throws IOException {
    FileChannel file = FileChannel.open(path);
    open.add(file);
    return new JarSource(name, file);
  }

  static boolean isImage(Path directory) {
    return Files.isRegularFile(directory.resolve(IMAGE))
        && Files.isRegularFile(directory.resolve(IMAGE_READER));
  }

  /** Those of the JDK cannot use what is not of the JDK, and are passed over. */
  private List<ArchiveSource> modules(String name, Path image) throws IOException {
    FileSystem files = open(image);
    List<ArchiveSource> sources = new ArrayList<>();
    TreeSet<Path> modules = new TreeSet<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(files.getPath("/modules"))) {
      all.forEach(modules::add);
    }
    for (Path module : modules) {
      String moduleName = module.getFileName().toString();
      if (!moduleName.startsWith("java.") && !moduleName.startsWith("jdk.")) {
        sources.add(
            new DirectorySource(name + "!/" + moduleName, FoundFiles.below(module).files()));
      }
    }
    return sources;
  }

  private FileSystem open(Path image) throws IOException {
    try {
      String home = image.toAbsolutePath().toString();
      FileSystem files = FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home));
      open.add(files);
      return files;
    } catch (RuntimeException | LinkageError e) {
      throw new ArchiveException("its lib/modules is damaged, or of a Java that is not known");
    }
  }

  @Override
  public void close() {
    for (AutoCloseable each : open) {
      try {
        each.close();
      } catch (Exception e) {
        assert e != null : "what was only read loses nothing";
      }
    }
  }
}
