package dev.countersign.maven;

import dev.countersign.cli.gate.GateFormat;
import dev.countersign.cli.gate.GateReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;

/** The files that continuous integration reads what the gate found from. */
final class ReportFiles {
  private final Set<GateFormat> formats;
  private final Path directory;

  private ReportFiles(Set<GateFormat> formats, Path directory) {
    this.formats = formats;
    this.directory = directory;
  }

  static ReportFiles parse(List<String> names, Path directory) throws MojoExecutionException {
    Set<GateFormat> formats = EnumSet.noneOf(GateFormat.class);
    for (String name : names) {
      GateFormat format = GateFormat.find(name);
      if (format == null) {
        throw new MojoExecutionException(
            "\""
                + name
                + "\" is not a format\n  fix: write one of "
                + String.join(", ", GateFormat.ids())
                + " into <formats>");
      }
      formats.add(format);
    }
    return new ReportFiles(formats, directory);
  }

  void write(GateReport report) throws MojoExecutionException {
    for (GateFormat format : formats) {
      Path file = directory.resolve("check." + extension(format));
      try {
        Files.createDirectories(directory);
        Files.writeString(file, report.text(format));
      } catch (IOException e) {
        throw new MojoExecutionException(file + " cannot be written", e);
      }
    }
  }

  private static String extension(GateFormat format) {
    return switch (format) {
      case TEXT -> "txt";
      case JUNIT -> "xml";
      default -> format.id();
    };
  }
}
