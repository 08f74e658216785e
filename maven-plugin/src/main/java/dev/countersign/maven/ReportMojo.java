package dev.countersign.maven;

import dev.countersign.cli.gate.GateReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * Writes a page of all secrets that the project declares or its libraries bring: what they are for,
 * where they are needed and set, in which version, and which classes use them. Never a value. It is
 * a page of the site, or, called by itself, a file of HTML.
 */
@Mojo(name = "report", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public final class ReportMojo extends AbstractMojo implements MavenReport {
  private static final String NAME = "secrets";

  /**
   * The directory of secrets.toml. Without it the nearest one above the classes is taken, as by the
   * compiler.
   */
  @Parameter(property = "countersign.root")
  private @Nullable File root;

  /** Where the page is written to, unless it is one of a site. */
  @Parameter(defaultValue = "${project.build.directory}/reports")
  private File outputDirectory;

  /** Whether to write no page. */
  @Parameter(property = "countersign.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session.executionRootDirectory}", readonly = true, required = true)
  private File directory;

  @Override
  public void execute() throws MojoExecutionException {
    GateReport report = look();
    if (report == null) {
      getLog().debug("there is no page: no class uses a secret, and nothing is declared here");
      return;
    }
    HtmlPage page = new HtmlPage();
    new SecretsPage(report).write(page);
    Path file = outputDirectory.toPath().resolve(NAME + ".html");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, page.html());
    } catch (IOException e) {
      throw new MojoExecutionException(file + " cannot be written", e);
    }
    getLog().info("wrote " + file);
  }

  @Override
  public void generate(Sink sink, Locale locale) throws MavenReportException {
    try {
      GateReport report = look();
      if (report != null) {
        new SecretsPage(report).write(new SinkPage(sink));
      }
    } catch (MojoExecutionException e) {
      throw new MavenReportException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public boolean canGenerateReport() throws MavenReportException {
    try {
      return look() != null;
    } catch (MojoExecutionException e) {
      throw new MavenReportException(String.valueOf(e.getMessage()), e);
    }
  }

  private @Nullable GateReport look() throws MojoExecutionException {
    return skip ? null : new ProjectGate(project, root, directory.toPath()).checkEverything();
  }

  @Override
  public String getOutputPath() {
    return NAME;
  }

  @Override
  @SuppressWarnings("deprecation") // and must be implemented all the same
  public String getOutputName() {
    return NAME;
  }

  @Override
  public String getCategoryName() {
    return CATEGORY_PROJECT_REPORTS;
  }

  @Override
  public String getName(Locale locale) {
    return SecretsPage.TITLE;
  }

  @Override
  public String getDescription(Locale locale) {
    return "Where each secret is needed and set, and which classes use it.";
  }

  @Override
  public void setReportOutputDirectory(File siteDirectory) {
    outputDirectory = siteDirectory;
  }

  @Override
  public File getReportOutputDirectory() {
    return outputDirectory;
  }

  @Override
  public boolean isExternalReport() {
    return false;
  }
}
