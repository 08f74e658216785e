package dev.countersign.cli;

import dev.countersign.runtime.declaration.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which directory is the project: {@code COUNTERSIGN_ROOT}, or the nearest with secrets.toml. */
final class Root {
  static final String VARIABLE = "COUNTERSIGN_ROOT";

  private Root() {}

  /** Returns the directory, or null if there is no project yet. */
  static @Nullable Path find(Context context) throws Failure {
    String chosen = context.variable(VARIABLE);
    if (chosen == null) {
      return Project.findRoot(context.directory());
    }
    Path root = Paths.resolve(context.directory(), chosen);
    if (!Files.isDirectory(root)) {
      throw Failure.unusable(
          VARIABLE + " is " + chosen + ", which is not a directory\n  fix: unset " + VARIABLE);
    }
    return Files.exists(root.resolve(Project.FILE)) ? root : null;
  }

  /** Returns the directory of an existing project. */
  static Path require(Context context) throws Failure {
    Path root = find(context);
    if (root == null) {
      throw Failure.unusable(
          "there is no " + Project.FILE + " in " + places(context) + "\n  fix: secret init");
    }
    return root;
  }

  /** Returns where a new project belongs. */
  static Path forNew(Context context) throws Failure {
    String chosen = context.variable(VARIABLE);
    return chosen == null ? context.directory() : Paths.resolve(context.directory(), chosen);
  }

  private static String places(Context context) {
    String chosen = context.variable(VARIABLE);
    if (chosen != null) {
      return chosen + " (" + VARIABLE + ")";
    }
    List<String> places = new ArrayList<>();
    for (Path place : Project.searched(context.directory())) {
      places.add(place.toString());
    }
    return String.join(", ", places);
  }
}
