package dev.countersign.maven;

import dev.countersign.cli.gate.Artifact;
import dev.countersign.cli.gate.Checkout;
import dev.countersign.cli.gate.Gate;
import dev.countersign.cli.gate.GateFinding;
import dev.countersign.cli.gate.GateReport;
import dev.countersign.cli.gate.GateRequest;
import dev.countersign.cli.gate.GateRule;
import dev.countersign.cli.gate.UnknownEnvironmentException;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.MalformedDeclarationsException;
import dev.countersign.runtime.declaration.Project;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The gate before one project of a build. */
final class ProjectGate {
  private static final Declarations NONE = new Declarations("", Map.of(), Map.of(), List.of(""));

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
   * none are declared here, and nothing that was built uses a secret.
   */
  @Nullable GateReport check(Wanted wanted) throws MojoExecutionException {
    return check(declarations -> wanted);
  }

  /** Does so for every environment that is declared. */
  @Nullable GateReport checkEverything() throws MojoExecutionException {
    return check(Wanted::everything);
  }

  private @Nullable GateReport check(Function<Declarations, Wanted> wanted)
      throws MojoExecutionException {
    Path found = root();
    List<Artifact> products = BuildProducts.of(project, directory);
    GateReport report = products.isEmpty() ? null : check(found, products, wanted);
    if (report != null && !isWithoutManifest(report)) {
      return report;
    }
    return isOwn(found) ? check(found, List.of(), wanted) : null;
  }

  private @Nullable Path root() {
    return root == null
        ? Project.findRoot(Path.of(project.getBuild().getOutputDirectory()))
        : root.toPath();
  }

  private boolean isOwn(@Nullable Path found) {
    return root != null || project.getBasedir().toPath().normalize().equals(found);
  }

  private static boolean isWithoutManifest(GateReport report) {
    for (GateFinding finding : report.findings()) {
      if (finding.rule() == GateRule.NO_MANIFEST) {
        return true;
      }
    }
    return false;
  }

  private GateReport check(
      @Nullable Path found, List<Artifact> products, Function<Declarations, Wanted> wanted)
      throws MojoExecutionException {
    if (found == null) {
      Path none = project.getBasedir().toPath();
      return check(Checkout.of(none, NONE), products, wanted.apply(NONE).withoutEnvironments());
    }
    try {
      Declarations declarations = Project.read(found).declarations();
      return check(Checkout.of(found, declarations), products, wanted.apply(declarations));
    } catch (MalformedDeclarationsException e) {
      return GateReport.of(found, e);
    }
  }

  private static GateReport check(Checkout checkout, List<Artifact> products, Wanted wanted)
      throws MojoExecutionException {
    try {
      return Gate.check(
          GateRequest.of(checkout)
              .artifacts(products)
              .types(wanted.types())
              .environments(wanted.environments()));
    } catch (UnknownEnvironmentException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }
}
