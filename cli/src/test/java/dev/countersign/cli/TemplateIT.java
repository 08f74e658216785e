package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@code secret declare --template} prints compiles, with our processor and nothing to say.
 */
final class TemplateIT {
  private static final Path MODULES = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path temporary;

  @ParameterizedTest
  @EnumSource(Template.class)
  void printedInterface_compiles(Template template) throws Exception {
    Path processor = jar("processor");
    assumeTrue(processor != null, "the processor is not packaged in this build");
    Cli cli = Cli.initialized(temporary);
    String id = template.name().toLowerCase(Locale.ROOT);
    String source = cli.run("declare", "--template", id).succeeds().out();
    String name = source.replaceAll("(?s).*interface (\\w+) .*", "$1");
    cli.write(name + ".java", source);
    Files.createDirectories(cli.path("classes"));
    String classPath = jar("annotations") + System.getProperty("path.separator") + jar("runtime");
    Process javac =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-Xlint:all,-processing",
                "-Werror",
                "-Acountersign.missing=off",
                "-d",
                "classes",
                "-cp",
                classPath,
                "-processorpath",
                processor.toString(),
                name + ".java")
            .directory(cli.project().toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, javac.waitFor(), said);
    assertEquals("", said);
    assertTrue(Files.isDirectory(cli.path("classes/META-INF/countersign")));
    String unused = cli.run("list", "--unused").exits(ExitStatus.UNUSABLE).err();
    assertTrue(unused.contains("no manifest is below the root"), unused); // classes/ is no place
    cli.run("check", "--type", "dev", "classes").exits(ExitStatus.NO).hides("is not declared");
  }

  /** Returns a module's own jar, or null if it is not packaged. */
  private static Path jar(String module) throws IOException {
    String pattern = "countersign-" + module + "-*.jar";
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(MODULES.resolve(module).resolve("target"), pattern)) {
      List<Path> found = new ArrayList<>();
      jars.forEach(found::add);
      found.removeIf(jar -> jar.toString().matches(".*-(sources|javadoc|tests)\\.jar"));
      return found.isEmpty() ? null : found.get(0);
    } catch (NoSuchFileException e) {
      return null;
    }
  }
}
