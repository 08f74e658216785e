package dev.countersign.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.countersign.processor.BadSource.compile;
import static dev.countersign.processor.BadSource.declare;
import static dev.countersign.processor.BadSource.source;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of the project that is compiled: there, absent, or bad. */
class ProjectFilesTest {
  private static final JavaFileObject SHOP =
      source(
          "Shop",
          "class Shop {",
          "  @Secret(\"Key\") String key;",
          "  @Secret(\"Token\") String token;",
          "}");

  @TempDir Path root;

  @Test
  void noDeclarations_areReportedOnce_withEveryDirectoryThatWasSearched() throws Exception {
    Workspace project = new Workspace(root);
    project.source("Shop", "class Shop { @dev.countersign.Secret(\"Key\") String a, b; }");
    Workspace.Compiled compiled = project.compile();
    List<String> reports = compiled.containing("[Secret/NoDeclarations]");
    assertEquals(1, reports.size());
    assertFalse(compiled.succeeded());
    String searched =
        root.resolve("build/classes") + ", " + root.resolve("build") + ", " + root + " (Shop.a)";
    assertTrue(reports.get(0).contains("there is no secrets.toml in " + searched), reports.get(0));
    assertTrue(reports.get(0).contains("fix: secret init, or: -Acountersign.root=DIR"));
    assertEquals(1, compiled.diagnostics().get(0).getLineNumber());
  }

  @Test
  void rootWithoutDeclarations_isNamed() {
    Compilation compilation = compile(root, SHOP);
    assertThat(compilation)
        .hadErrorContaining("[Secret/NoDeclarations] there is no secrets.toml in " + root)
        .inFile(SHOP)
        .onLineContaining("@Secret(\"Key\")");
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void outputThatIsNoDirectory_asksForTheOption() {
    Compilation compilation = Compiler.javac().withProcessors(new SecretProcessor()).compile(SHOP);
    assertThat(compilation)
        .hadErrorContaining(
            "there is no secrets.toml in the compiler's output, which is no directory")
        .inFile(SHOP)
        .onLineContaining("@Secret(\"Key\")");
  }

  @Test
  void declarationsBeyondARepository_areNotTaken() throws Exception {
    Workspace project = new Workspace(root.resolve("inner"));
    declare(root, "[secrets.Key]");
    project.source("Shop", "class Shop { @dev.countersign.Secret(\"Key\") String key; }");
    assertEquals(1, project.compile().containing("[Secret/NoDeclarations]").size());
  }

  @Test
  void malformedDeclarations_areReportedOnceEach_withFileLineAndColumn() throws Exception {
    declare(root, "[secrets.Key]", "colour = 1", "[secrets.Token]", "types = [\"moon\"]");
    Compilation compilation = compile(root, SHOP);
    assertThat(compilation)
        .hadErrorContaining("[Secret/MalformedDeclarations] secrets.toml:3:1: ")
        .inFile(SHOP)
        .onLineContaining("@Secret(\"Key\")");
    assertThat(compilation).hadErrorContaining("[Secret/MalformedDeclarations] secrets.toml:5:");
    assertThat(compilation).hadErrorCount(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                         | secrets.toml
          application =                                              | secrets.toml:1:
          \\uFEFFapplication = "shop"                                | secrets.toml
          application = "shop"\\n[secrets.Key]\\n[secrets.key]       | secrets.toml:3:
          application = "shop"\\n[secrets.Key]\\n[secrets.Key]       | secrets.toml:3:
          application = "shop"\\n[secrets.Key]\\nenv = ["PATH"]      | secrets.toml:3:
          application = "Shop"                                       | secrets.toml:1:
          """)
  void badDeclarations_arriveWithTheirPlace(String toml, String place) throws Exception {
    String text = toml == null ? "" : toml.replace("\\n", "\n").replace("\\uFEFF", "\uFEFF");
    Files.writeString(root.resolve("secrets.toml"), text);
    assertThat(compile(root, SHOP))
        .hadErrorContaining("[Secret/MalformedDeclarations] " + place)
        .inFile(SHOP)
        .onLineContaining("@Secret(\"Key\")");
  }

  @Test
  void declarationsThatAreNotUtf8_areMalformed() throws Exception {
    byte[] latin1 = "application = \"shop\" # \u00e4\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(root.resolve("secrets.toml"), latin1);
    assertThat(compile(root, SHOP))
        .hadErrorContaining("[Secret/MalformedDeclarations] secrets.toml");
  }

  @Test
  void declarationsWithWindowsLineEnds_areRead() throws Exception {
    String toml = "application = \"shop\"\r\n[secrets.Key]\r\n[secrets.Token]\r\n";
    Files.writeString(root.resolve("secrets.toml"), toml);
    assertThat(compile(root, SHOP, "-Acountersign.missing=off")).succeededWithoutWarnings();
  }

  @Test
  void malformedDeclarations_leaveNoOtherNoise() throws Exception {
    declare(root, "[secrets.Key", "");
    Compilation compilation = compile(root, SHOP);
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadWarningCount(0);
  }

  @Test
  void malformedOverrides_areAWarningWithTheLineAndNeverTheValue() throws Exception {
    declare(root, "[secrets.Key]", "[secrets.Token]");
    Files.writeString(root.resolve(".secrets.local"), "Key=fine\nToken=\"hunter2\n");
    Compilation compilation = compile(root, SHOP);
    assertThat(compilation).succeeded();
    assertThat(compilation)
        .hadWarningContaining("[Secret/MalformedOverrides] .secrets.local:2")
        .inFile(SHOP)
        .onLineContaining("@Secret(\"Key\")");
    assertThat(compilation).hadWarningCount(1);
    assertFalse(compilation.diagnostics().toString().contains("hunter2"));
    assertThat(compile(root, SHOP, "-Acountersign.missing=off")).succeededWithoutWarnings();
  }

  @Test
  void compilationWithoutSecrets_readsAndPrintsNothing() throws Exception {
    Files.writeString(root.resolve("secrets.toml"), "this is not TOML");
    Files.createDirectories(root.resolve("secrets"));
    JavaFileObject plain = source("Plain", "class Plain {}");
    Compilation compilation = compile(root, plain, "-Acountersign.missing=nonsense");
    assertThat(compilation).succeededWithoutWarnings();
    assertEquals(List.of(), compilation.notes());
    assertFalse(compilation.generatedFiles().toString().contains("SecretModule"));
    assertFalse(compilation.generatedFiles().toString().contains(".json"));
  }
}
