package dev.countersign.runtime.declaration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the files of the directories that a root extends: near ones first, each once. */
final class ExtendedDirectories {
  private final Path root;
  private final Problems problems;
  private final ExtendsGraph graph = new ExtendsGraph();
  private final Map<Path, String> names = new HashMap<>();
  private final Map<String, DeclarationsFile> files = new LinkedHashMap<>();
  private final Map<String, String> digests = new HashMap<>();
  private final List<SourceFile> sources = new ArrayList<>();
  private final Deque<String> waiting = new ArrayDeque<>();

  private ExtendedDirectories(Path root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /** Reads what a root's own text extends. */
  static ExtendedDirectories read(Path root, String text, Problems problems) {
    ExtendedDirectories directories = new ExtendedDirectories(root, problems);
    Path real = directories.real("");
    directories.parse("", text);
    if (real != null) {
      directories.names.put(real, "");
      directories.note("", real, "");
    }
    while (!directories.waiting.isEmpty()) {
      directories.follow(directories.waiting.remove());
    }
    return directories;
  }

  /** Returns the files in order of precedence, the root's own first, each by its directory. */
  Map<String, DeclarationsFile> files() {
    return files;
  }

  /** Returns every directory that was come across, under every name that it is written as. */
  List<SourceFile> sources() {
    return List.copyOf(sources);
  }

  private void follow(String directory) {
    DeclarationsFile file = files.get(directory);
    if (file == null) {
      return;
    }
    for (Located<String> extended : file.extended()) {
      String fault = DirectoryPath.fault(extended.value());
      if (fault != null) {
        problems.report(extended.place(), fault);
      } else {
        visit(directory, extended);
      }
    }
  }

  private void visit(String from, Located<String> extended) {
    String directory = DirectoryPath.join(from, extended.value());
    Path real = real(directory);
    if (real == null) {
      problems.report(
          extended.place(),
          extended.value()
              + " holds no "
              + Project.FILE
              + ": correct the path, or run secret init there");
      return;
    }
    String known = names.putIfAbsent(real, directory);
    connect(from, known == null ? directory : known, extended);
    if (known == null) {
      read(directory);
    }
    note(directory, real, known == null ? directory : known);
  }

  private void note(String directory, Path real, String known) {
    sources.add(new SourceFile(directory, real.toString(), digests.getOrDefault(known, "")));
  }

  private void connect(String from, String to, Located<String> extended) {
    if (graph.reaches(to, from)) {
      problems.report(
          extended.place(), extended.value() + " leads back to this directory: remove one extends");
    } else if (!graph.add(from, to)) {
      problems.report(extended.place(), "extends lists this directory twice: remove one");
    }
  }

  private void read(String directory) {
    Path path = root.resolve(directory).resolve(Project.FILE);
    String text = SourceText.read(path, DeclarationsReader.fileOf(directory), problems);
    if (text != null) {
      parse(directory, text);
    }
  }

  private void parse(String directory, String text) {
    digests.put(directory, DeclarationsDigest.of(text.getBytes(StandardCharsets.UTF_8)));
    files.put(directory, DeclarationsReader.read(text, directory, problems));
    waiting.add(directory);
  }

  private @Nullable Path real(String directory) {
    Path path = root.resolve(directory);
    try {
      return Files.exists(path.resolve(Project.FILE)) ? path.toRealPath() : null;
    } catch (IOException e) {
      return null;
    }
  }
}
