package dev.countersign.maven;

import dev.countersign.cli.gate.Artifact;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What a project would be run from: what was built of it, and its dependencies at run time. */
final class BuildProducts {
  private BuildProducts() {}

  /**
   * Returns the packaged project, or its classes if it was not packaged, and then its dependencies.
   * Returns the modules of a project that has no classes itself, and nothing if nothing was built.
   *
   * @param directory what the paths in messages start from
   */
  static List<Artifact> of(MavenProject project, Path directory) {
    List<Artifact> products = new ArrayList<>();
    for (MavenProject module : modules(project)) {
      File built = own(module);
      if (built != null) {
        products.add(named(built, directory));
      }
    }
    File own = own(project);
    if (own != null) {
      products.add(named(own, directory));
      for (org.apache.maven.artifact.Artifact dependency : project.getArtifacts()) {
        File file = dependency.getFile();
        if (file != null && file.exists() && dependency.getArtifactHandler().isAddedToClasspath()) {
          products.add(named(file, directory));
        }
      }
    }
    return products;
  }

  private static List<MavenProject> modules(MavenProject project) {
    List<MavenProject> modules = project.getCollectedProjects();
    return modules == null ? List.of() : modules;
  }

  private static @Nullable File own(MavenProject project) {
    File packaged = project.getArtifact().getFile();
    if (packaged != null && packaged.isFile()) {
      return packaged;
    }
    File classes = new File(project.getBuild().getOutputDirectory());
    return classes.isDirectory() ? classes : null;
  }

  private static Artifact named(File file, Path directory) {
    Path path = file.toPath();
    return path.startsWith(directory)
        ? new Artifact(directory.relativize(path).toString(), path)
        : new Artifact(file.getName(), path);
  }
}
