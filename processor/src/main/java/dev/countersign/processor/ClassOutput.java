package dev.countersign.processor;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Where the compiler writes classes, or generated sources. A compiler may keep its output elsewhere
 * than in files; then there is no directory and nothing earlier to read.
 */
final class ClassOutput {
  /** Asked for only to learn where it would be. */
  private static final String PROBE = "META-INF/countersign/where";

  private final Filer filer;
  private final StandardLocation location;
  private final Diagnostics diagnostics;
  private final Lazy<Optional<Path>> directory = new Lazy<>(this::locate);

  ClassOutput(Filer filer, StandardLocation location, Diagnostics diagnostics) {
    this.filer = filer;
    this.location = location;
    this.diagnostics = diagnostics;
  }

  /** Returns the directory, which need not exist yet. */
  Optional<Path> directory() {
    return directory.get();
  }

  /** Returns what a file holds, or empty if there is none that can be read. */
  Optional<String> read(String name) {
    return file(name).filter(Files::isRegularFile).flatMap(ClassOutput::read);
  }

  boolean exists(String name) {
    return file(name).filter(Files::exists).isPresent();
  }

  /** Returns the files of a directory, in order of name; none if it cannot be read. */
  List<String> list(String directory) {
    List<String> names = new ArrayList<>();
    Optional<Path> path = file(directory).filter(Files::isDirectory);
    if (path.isPresent()) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(path.get())) {
        files.forEach(file -> names.add(directory + file.getFileName()));
      } catch (IOException | DirectoryIteratorException e) {
        return List.of();
      }
    }
    names.sort(null);
    return names;
  }

  /** Writes a file, or reports why it cannot be written. */
  void write(String name, String text) {
    try {
      FileObject file = filer.createResource(location, "", name);
      try (OutputStream out = file.openOutputStream()) {
        out.write(text.getBytes(StandardCharsets.UTF_8)); // whatever encoding the sources have
      }
    } catch (IOException | IllegalArgumentException e) {
      diagnostics.report(GeneratedFiles.unwritable(name, e));
    }
  }

  /** Removes a file that an earlier compilation wrote, and says whether it is gone. */
  boolean delete(String name) {
    try {
      Optional<Path> path = file(name);
      if (path.isPresent()) {
        Files.deleteIfExists(path.get());
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private Optional<Path> locate() {
    return askWhere().flatMap(ClassOutput::toPath).flatMap(ClassOutput::up);
  }

  private Optional<Path> file(String name) {
    return directory().map(output -> output.resolve(name));
  }

  /** Asks both ways: javac finds what is not there yet, the Eclipse compiler throws. */
  private Optional<URI> askWhere() {
    try {
      return Optional.of(filer.getResource(location, "", PROBE).toUri());
    } catch (IOException | RuntimeException e) {
      return created();
    }
  }

  private Optional<URI> created() {
    try {
      return Optional.of(filer.createResource(location, "", PROBE).toUri());
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> toPath(URI uri) {
    try {
      return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> up(Path probe) {
    Path path = probe.toAbsolutePath().normalize();
    for (int i = 0; i < Path.of(PROBE).getNameCount() && path != null; i++) {
      path = path.getParent();
    }
    return Optional.ofNullable(path);
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
