package dev.countersign.maven;

import dev.countersign.cli.gate.GateFinding;
import dev.countersign.cli.gate.GateReport;
import dev.countersign.cli.gate.GateRule;
import java.io.File;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Stops the build if what it built would miss a secret, and names every one at once. Asks the same
 * classes as {@code secret check}: it reads the manifests of the project and of its dependencies,
 * the declarations and the store. Needs no key and opens no value.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class CheckMojo extends AbstractMojo {
  private static final Set<GateRule> MISSING = EnumSet.of(GateRule.MISSING, GateRule.OUTDATED);

  /** The environment types to check for: any of prod, dev, preview and local. */
  @Parameter(property = "countersign.types")
  private List<String> types = List.of();

  /** Named environments of secrets.toml to check for, beside the types. */
  @Parameter(property = "countersign.environments")
  private List<String> environments = List.of();

  /**
   * Whether a secret without a value, or with one below its min-version, stops the build. If not,
   * it is a warning. All else that is wrong stops the build all the same.
   */
  @Parameter(property = "countersign.failOnMissing", defaultValue = "true")
  private boolean failOnMissing;

  /**
   * The directory of secrets.toml. Without it the nearest one above the classes is taken, as by the
   * compiler.
   */
  @Parameter(property = "countersign.root")
  private @Nullable File root;

  /**
   * Reports to write: any of sarif, junit, json and text, to check.sarif, check.xml, check.json and
   * check.txt.
   */
  @Parameter(property = "countersign.formats")
  private List<String> formats = List.of();

  /** Where the reports are written to. */
  @Parameter(defaultValue = "${project.build.directory}/countersign")
  private File reportDirectory;

  /** Whether to check nothing. */
  @Parameter(property = "countersign.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true, required = true)
  private File directory;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("nothing is checked: countersign.skip is set");
      return;
    }
    if (project.getPackaging().equals("pom")) {
      getLog().debug("nothing is checked: a project of packaging pom has no classes");
      return;
    }
    Wanted wanted = Wanted.parse(types, environments);
    ReportFiles files = ReportFiles.parse(formats, reportDirectory.toPath());
    GateReport report = new ProjectGate(project, root, directory.toPath()).check(wanted);
    if (report == null) {
      getLog().debug("nothing is checked: no class uses a secret, and nothing is declared here");
      return;
    }
    files.write(report);
    tell(report);
  }

  private void tell(GateReport report) throws MojoFailureException {
    List<String> errors = new ArrayList<>();
    for (GateFinding finding : report.findings()) {
      switch (finding.rule().level()) {
        case ERROR -> tellError(finding, errors);
        case WARNING -> getLog().warn(finding.text());
        case NOTE -> tellNote(finding);
      }
    }
    if (!errors.isEmpty()) {
      throw new MojoFailureException(report.summary() + "\n" + String.join("\n", errors));
    }
    getLog().info(report.summary());
  }

  private void tellError(GateFinding finding, List<String> errors) {
    if (failOnMissing || !MISSING.contains(finding.rule())) {
      errors.add(finding.text());
    } else {
      getLog().warn(finding.text());
    }
  }

  /** What one module of many does not use is no news. */
  private void tellNote(GateFinding finding) {
    if (finding.rule() == GateRule.UNUSED) {
      getLog().debug(finding.text());
    } else {
      getLog().info(finding.text());
    }
  }
}
