package dev.countersign.cli;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of its own that the launcher starts: makes the archive of classes from which Java
 * starts the command in less time than it takes to load them. It lists the classes that {@link
 * Rehearsal} needs, has Java write them out, and puts the whole file in its place in one step.
 */
final class ArchiveMaker {
  private static final int LINKING = 24; // the first Java whose archives may hold linked classes
  private static final long PATIENCE_SECONDS = 120;
  private static final int MOST = 5;
  private static final String SUFFIX = ".jsa";

  private final Path archive;
  private final Path directory;
  private final List<String> flags;

  private ArchiveMaker(Path archive, Path directory, List<String> flags) {
    this.archive = archive;
    this.directory = directory;
    this.flags = flags;
  }

  /**
   * Makes an archive.
   *
   * @param arguments the archive, a directory beside it to work in, and the flags of the heap that
   *     the command is started with
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> words = List.of(arguments);
    Path archive = Path.of(words.get(0)).toAbsolutePath();
    Path directory = Path.of(words.get(1)).toAbsolutePath();
    System.exit(new ArchiveMaker(archive, directory, words.subList(2, words.size())).make());
  }

  private int make() throws IOException, InterruptedException {
    Files.setLastModifiedTime(directory, FileTime.from(Instant.now())); // keeps others away
    String home = directory.resolve("home").toString();
    String rehearsal = Rehearsal.class.getName();
    Path classes = directory.resolve("classes");
    Path made = directory.resolve("archive");
    try {
      boolean isMade =
          java(rehearsal, home, "before")
              && java("-XX:DumpLoadedClassList=" + classes, rehearsal, home)
              && java(
                  "-Xshare:dump",
                  "-XX:SharedClassListFile=" + classes,
                  "-XX:SharedArchiveFile=" + made);
      if (!isMade || !Files.isRegularFile(made)) {
        return ExitStatus.UNUSABLE;
      }
      sync(made);
      Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      empty(directory);
    }
    Files.delete(directory);
    removeOldest();
    return ExitStatus.DONE;
  }

  /** Runs Java on our class path; flags come first, then a class and its arguments. */
  private boolean java(String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(flags);
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xlog:disable"));
    if (Runtime.version().feature() >= LINKING) {
      line.addAll(List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:+AOTClassLinking"));
    }
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
    keepOnly(builder.environment(), "LC_ALL", "LANG", "PATH", "SystemRoot");
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    return process.exitValue() == 0;
  }

  /** Options for Java that others set would be in the archive. */
  private static void keepOnly(Map<String, String> environment, String... names) {
    environment.keySet().retainAll(Set.of(names));
    environment.put("COUNTERSIGN_CACHE", "off"); // there must be one, to have its classes loaded
  }

  /** So that no power cut leaves a file that is whole by its name alone: Java would trust it. */
  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Archives of Java versions and of builds that are gone are taken away in time. */
  private void removeOldest() throws IOException {
    File[] archives =
        archive.toFile().getParentFile().listFiles((in, name) -> name.endsWith(SUFFIX));
    List<File> newestFirst = new ArrayList<>(List.of(archives == null ? new File[0] : archives));
    newestFirst.sort(Comparator.comparing(File::lastModified).reversed());
    for (File old : newestFirst.subList(Math.min(MOST, newestFirst.size()), newestFirst.size())) {
      Files.deleteIfExists(old.toPath());
    }
  }

  private static void empty(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(directory)) {
          Files.deleteIfExists(path);
        }
      }
    }
  }
}
