package dev.countersign.samples;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local repository of Maven's, in which this build's artifacts are installed: all else is linked
 * to the one that this build uses, which must not change by running a test.
 */
final class LocalRepository {
  private static final String VERSION = System.getProperty("countersign.version");
  private static final Path OUTER = Path.of(System.getProperty("local.repository"));
  private static final Path HERE = Path.of("target", "repository").toAbsolutePath();
  private static final Path OURS = Path.of("dev", "countersign");

  private static boolean made;

  private LocalRepository() {}

  /** Returns it, made anew by whoever asks first. */
  static synchronized Path get() throws IOException {
    if (!made) {
      create();
      made = true;
    }
    return HERE;
  }

  private static void create() throws IOException {
    Files.createDirectories(HERE.resolve(OURS));
    link(OUTER, HERE);
    if (Files.isDirectory(OUTER.resolve("dev"))) {
      link(OUTER.resolve("dev"), HERE.resolve("dev"));
    }
    install("parent", Path.of("pom.xml"));
    for (String module : List.of("annotations", "runtime", "processor")) {
      Path home = Path.of(module);
      Path reduced = home.resolve("dependency-reduced-pom.xml");
      boolean bundles = Files.exists(Workshop.REPOSITORY.resolve(reduced));
      install(module, bundles ? reduced : home.resolve("pom.xml"));
      install(module, home.resolve("target").resolve(file(module, ".jar")));
    }
  }

  /** Links what is in one directory into another, but what that has already. */
  private static void link(Path from, Path to) throws IOException {
    try (Stream<Path> children = Files.list(from)) {
      for (Path child : (Iterable<Path>) children::iterator) {
        Path link = to.resolve(child.getFileName());
        if (Files.notExists(link, NOFOLLOW_LINKS)) {
          Files.createSymbolicLink(link, child);
        }
      }
    }
  }

  private static void install(String module, Path file) throws IOException {
    String type = file.toString().endsWith(".jar") ? ".jar" : ".pom";
    Path place = HERE.resolve(OURS).resolve("countersign-" + module).resolve(VERSION);
    Files.createDirectories(place);
    Files.copy(Workshop.REPOSITORY.resolve(file), place.resolve(file(module, type)), REPLACE_EXISTING);
  }

  private static String file(String module, String type) {
    return "countersign-" + module + "-" + VERSION + type;
  }
}
