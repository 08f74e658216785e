package dev.countersign.cli;

import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.manifest.Manifest;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the builds of a project leave its classes: below the root, and below modules at most three
 * directories down. A directory with declarations of its own is another project.
 */
final class BuildOutput {
  /** Maven's, Gradle's, and those of IntelliJ and Eclipse. */
  private static final List<String> PLACES =
      List.of(
          "target/classes",
          "target/test-classes",
          "build/classes/java/main",
          "build/classes/java/test",
          "out/production",
          "out/test",
          "bin/main",
          "bin/test",
          "bin");

  private static final List<String> PASSED_OVER =
      List.of("target", "build", "out", "bin", "src", "secrets", "node_modules");

  private static final int DEEPEST = 3;

  private final Path root;
  private final List<Path> manifests = new ArrayList<>();
  private final List<Path> modules = new ArrayList<>();

  private BuildOutput(Path root) {
    this.root = root;
  }

  /** Looks for what is below a project's root. */
  static BuildOutput below(Path root) {
    BuildOutput output = new BuildOutput(root);
    output.lookInto(root.toFile(), 0);
    return output;
  }

  /** Returns the manifests that are there, in order of their paths. */
  List<Path> manifests() {
    return manifests;
  }

  /** Returns the root and the directories below it that may be modules. */
  List<Path> modules() {
    return modules;
  }

  private void lookInto(File directory, int depth) {
    modules.add(directory.toPath());
    for (String place : PLACES) {
      addFrom(new File(directory, place));
    }
    if (depth == DEEPEST) {
      return;
    }
    for (String name : sorted(directory)) {
      File child = new File(directory, name);
      boolean isModule =
          name.charAt(0) != '.'
              && !PASSED_OVER.contains(name)
              && child.isDirectory()
              && !new File(child, Project.FILE).exists();
      if (isModule) {
        lookInto(child, depth + 1);
      }
    }
  }

  /** IntelliJ has a directory for each module between its place and the classes. */
  private void addFrom(File classes) {
    addManifests(classes);
    if (classes.getParentFile().getName().equals("out")) {
      for (String module : sorted(classes)) {
        addManifests(new File(classes, module));
      }
    }
  }

  private void addManifests(File classes) {
    File directory = new File(classes, Manifest.DIRECTORY);
    for (String name : sorted(directory)) {
      Path path = new File(directory, name).toPath();
      if (name.endsWith(".json") && path.startsWith(root)) {
        manifests.add(path);
      }
    }
  }

  private static String[] sorted(File directory) {
    String[] names = directory.list();
    if (names == null) {
      return new String[0];
    }
    Arrays.sort(names);
    return names;
  }
}
