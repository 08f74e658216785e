package dev.countersign.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the build that the project is in runs our processor: its Maven or Gradle files from the
 * repository's top to modules below the root, or else what it left behind.
 */
final class BuildExamination implements Examination {
  private static final String CODE = "build";
  private static final int ASKS_FOR_PATHS = 23;

  private final Path root;
  private final Context context;

  BuildExamination(Path root, Context context) {
    this.root = root;
    this.context = context;
  }

  @Override
  public void look(Diagnosis diagnosis) {
    BuildOutput output = BuildOutput.below(root);
    List<BuildFile> files = files(output.modules());
    BuildFile named = null;
    for (BuildFile file : files) {
      if (file.runsProcessor()) {
        diagnosis.well(shown(file) + " runs countersign-processor");
        return;
      }
      named = named == null && file.namesProcessor() ? file : named;
    }
    if (files.isEmpty()) {
      diagnosis.well("there is no pom.xml or build.gradle in " + root);
    } else if (hasRunSince(files, output.manifests())) {
      diagnosis.well("countersign-processor ran in the last build");
    } else if (named == null) {
      BuildFile file = files.get(0);
      String fact = shown(file) + " does not run countersign-processor: no name is checked";
      diagnosis.wrong(CODE, fact, fix(file));
    } else {
      misplaced(named, diagnosis);
    }
  }

  /** What is among the dependencies runs unless there is a list of processors, before JDK 23. */
  private void misplaced(BuildFile file, Diagnosis diagnosis) {
    String fact = shown(file) + " has countersign-processor outside of the list of processors, ";
    if (!file.isMaven()) {
      diagnosis.wrong(CODE, fact + "where Gradle does not run it", fix(file));
    } else if (file.listsProcessors()) {
      diagnosis.wrong(CODE, fact + "where javac does not look for it", fix(file));
    } else if (Text.number(context.property("java.specification.version")) >= ASKS_FOR_PATHS) {
      diagnosis.wrong(CODE, fact + "where JDK 23 and later do not run it", fix(file));
    } else {
      diagnosis.warn(CODE, fact + "where JDK 23 and later do not run it", fix(file));
    }
  }

  private String shown(BuildFile file) {
    return root.relativize(file.path()).toString().replace('\\', '/');
  }

  private static String fix(BuildFile file) {
    return file.isMaven()
        ? "list dev.countersign:countersign-processor in <annotationProcessorPaths> of"
            + " maven-compiler-plugin"
        : "among its dependencies: annotationProcessor(\"dev.countersign:countersign-processor:"
            + HelpCommand.version()
            + "\")";
  }

  /** Says whether a manifest is newer than all of the build files. */
  private boolean hasRunSince(List<BuildFile> files, List<Path> manifests) {
    for (Path manifest : manifests) {
      boolean isNewer = true;
      for (BuildFile file : files) {
        isNewer &= modified(manifest).compareTo(modified(file.path())) >= 0;
      }
      if (isNewer) {
        return true;
      }
    }
    return false;
  }

  private static FileTime modified(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  /** Returns the build files, the root's own first. */
  private List<BuildFile> files(List<Path> modules) {
    List<BuildFile> files = new ArrayList<>();
    for (Path module : modules) {
      addFrom(module, files);
    }
    Path directory = root;
    while (directory.getParent() != null && !Files.exists(directory.resolve(".git"))) {
      directory = directory.getParent();
      if (!Git.isRepository(directory, context)) {
        break;
      }
      addFrom(directory, files);
    }
    return files;
  }

  private static void addFrom(Path directory, List<BuildFile> files) {
    for (String name : BuildFile.NAMES) {
      Path path = directory.resolve(name);
      if (Files.isRegularFile(path)) {
        try {
          files.add(new BuildFile(path));
        } catch (IOException e) {
          // it cannot be read, and does not count
        }
      }
    }
  }
}
