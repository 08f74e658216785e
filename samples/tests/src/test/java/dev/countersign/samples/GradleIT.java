package dev.countersign.samples;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The sample for Gradle, which is run where there is one that runs on this JDK. */
class GradleIT {
  private static final Path SAMPLE = Workshop.SAMPLES.resolve("gradle");

  /** Gradle has {@code annotationProcessor} since 4.6, and Debian has 4.4.1. */
  private static final String OLD =
      """
      allprojects {
        if (configurations.findByName('annotationProcessor') == null) {
          configurations { annotationProcessor }
          afterEvaluate {
            compileJava.options.annotationProcessorPath = configurations.annotationProcessor
          }
        }
      }
      """;

  private static final String GRADLE =
      """
      #!/bin/sh
      exec %s --offline --no-daemon -Dmaven.repo.local="%s" -I "%s" "$@"
      """;

  @TempDir Path directory;

  @Test
  void buildFile_namesThisVersion_andPacksUnderTheApplicationsName() throws Exception {
    String build = Files.readString(SAMPLE.resolve("build.gradle"));
    String version = ":" + System.getProperty("countersign.version") + "'";
    assertTrue(build.contains("implementation 'dev.countersign:countersign-runtime" + version));
    assertTrue(build.contains("annotationProcessor 'dev.countersign:countersign-processor" + version));
    String toml = Files.readString(SAMPLE.resolve("secrets.toml"));
    assertTrue(toml.startsWith("application = \"newsletter\"\n"));
    assertTrue(build.contains("into 'META-INF/countersign/store/newsletter'"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the page is written for a POSIX shell")
  @EnabledIfSystemProperty(named = "countersign.long", matches = "true")
  void copy_doesWhatItsPageSays() throws Exception {
    Workshop workshop = new Workshop(directory);
    String program = gradle(workshop);
    Path old = Files.writeString(workshop.root().resolve("old.gradle"), OLD);
    workshop.program("gradle", GRADLE.formatted(program, LocalRepository.get(), old));
    Path copy = workshop.copy("gradle");
    new Session(workshop, copy).play(Page.steps(copy.resolve("README.md")));
  }

  /** Returns where Gradle is; without one that runs here, the test ends. */
  private static String gradle(Workshop workshop) throws Exception {
    Path log = workshop.root().resolve("gradle.txt");
    String line = "gradle --version > /dev/null 2>&1 && command -v gradle";
    int status = workshop.process(workshop.root(), "bash", "-c", line).start(log).waitFor();
    assumeTrue(status == 0, "no Gradle that runs on this JDK: its sample was not run");
    return Files.readString(log).strip();
  }
}
