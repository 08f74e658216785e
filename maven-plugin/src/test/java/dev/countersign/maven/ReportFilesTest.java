package dev.countersign.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.cli.gate.GateReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  private static final GateReport EMPTY =
      new GateReport(null, List.of(), List.of(), List.of(), List.of(), null);

  @TempDir Path directory;

  @Test
  void eachFormat_hasAFileOfItsOwn() throws Exception {
    Path target = directory.resolve("target");
    ReportFiles.parse(List.of("junit", "sarif", "text"), target).write(EMPTY);
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(target)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    assertEquals(Set.of("check.sarif", "check.txt", "check.xml"), names);
  }

  @Test
  void withoutFormats_nothingIsWritten() throws Exception {
    Path target = directory.resolve("target");
    ReportFiles.parse(List.of(), target).write(EMPTY);
    assertFalse(Files.exists(target));
  }

  @Test
  void unknownFormat_isRefused() {
    String message =
        assertThrows(
                MojoExecutionException.class, () -> ReportFiles.parse(List.of("html"), directory))
            .getMessage();
    assertEquals(
        "\"html\" is not a format\n"
            + "  fix: write one of text, json, sarif, github, junit into <formats>",
        message);
  }
}
