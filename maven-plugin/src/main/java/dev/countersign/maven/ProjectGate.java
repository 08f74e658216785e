package dev.countersign.maven;

import dev.countersign.cli.gate.Artifact;
import dev.countersign.cli.gate.Checkout;
import dev.countersign.cli.gate.Gate;
import dev.countersign.cli.gate.GateFinding;
import dev.countersign.cli.gate.GateReport;
import dev.countersign.cli.gate.GateRequest;
import dev.countersign.cli.gate.GateRule;
import dev.countersign.cli.gate.UnknownEnvironmentException;
import dev.countersign.runtime.declaration.MalformedDeclarationsException;
import dev.countersign.runtime.declaration.Project;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The gate before one project of a build. */
final class ProjectGate {
  private final MavenProject project;
  private final @Nullable File root;
  private final Path directory;

  /**
   * @param root where the declarations are, or null to look for them
   * @param directory what the paths in messages start from
   */
  ProjectGate(MavenProject project, @Nullable File root, Path directory) {
    this.project = project;
    this.root = root;
    this.directory = directory;
  }

  /**
   * Holds what was built against the declarations. Returns null where there is nothing to hold:
   * there are none, or they are those of other modules and no class of this one uses a secret.
   */
  @Nullable GateReport check(Wanted wanted) throws MojoExecutionException {
    Path found = root();
    if (found == null) {
      return null;
    }
    List<Artifact> products = BuildProducts.of(project, directory);
    boolean isOwn = root != null || found.equals(project.getBasedir().toPath().normalize());
    GateReport report = products.isEmpty() ? null : check(found, products, wanted);
    boolean isUsed = report != null && !isWithoutManifest(report);
    return isUsed || !isOwn ? (isUsed ? report : null) : check(found, List.of(), wanted);
  }

  private @Nullable Path root() {
    return root == null
        ? Project.findRoot(Path.of(project.getBuild().getOutputDirectory()))
        : root.toPath();
  }

  private static boolean isWithoutManifest(GateReport report) {
    for (GateFinding finding : report.findings()) {
      if (finding.rule() == GateRule.NO_MANIFEST) {
        return true;
      }
    }
    return false;
  }

  private static GateReport check(Path root, List<Artifact> products, Wanted wanted)
      throws MojoExecutionException {
    try {
      return Gate.check(
          GateRequest.of(Checkout.read(root))
              .artifacts(products)
              .types(wanted.types())
              .environments(wanted.environments()));
    } catch (MalformedDeclarationsException e) {
      return GateReport.of(root, e);
    } catch (UnknownEnvironmentException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }
}
