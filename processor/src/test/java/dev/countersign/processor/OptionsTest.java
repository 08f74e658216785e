package dev.countersign.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.countersign.processor.BadSource.compile;
import static dev.countersign.processor.BadSource.declare;
import static dev.countersign.processor.BadSource.source;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  private static final JavaFileObject SHOP =
      source("Shop", "class Shop {", "  @Secret(\"Key\") String key;", "}");

  @TempDir Path root;

  @BeforeEach
  void declareTheSecret() throws IOException {
    declare(root, "[secrets.Key]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-Acountersign.missing=warn | write warning, error, note or off",
        "-Acountersign.missing=ERROR | write warning, error, note or off",
        "-Acountersign.check=moon | name some of prod, dev, preview, local, separated by commas",
        "-Acountersign.check=local,,prod | name some of prod, dev, preview, local, separated by commas",
        "-Acountersign.names= | name a class, such as com.example.SecretNames",
        "-Acountersign.names=com.acme. | name a class, such as com.example.SecretNames",
        "-Acountersign.names=com.acme.int | name a class, such as com.example.SecretNames",
        "-Acountersign.names=a-b | name a class, such as com.example.SecretNames",
        "-Acountersign.check= | name some of prod, dev, preview, local, separated by commas",
      })
  void valueThatIsNotTaken_isAnErrorThatListsThoseThatAre(String option, String fix) {
    Compilation compilation = compile(root, SHOP, option);
    assertThat(compilation)
        .hadErrorContaining(
            "[Secret/InvalidOption] " + option + " is not understood\n  fix: " + fix);
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void rootThatIsNoDirectory_isAnError() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new SecretProcessor())
            .withOptions("-Acountersign.root=" + root.resolve("nowhere"))
            .compile(SHOP);
    assertThat(compilation).hadErrorContaining("[Secret/InvalidOption] -Acountersign.root=");
    assertThat(compilation).hadErrorContaining("fix: name the directory that holds secrets.toml");
  }

  @Test
  void optionsOfLaterVersions_areNotAccepted() {
    assertEquals(
        Set.of("countersign.root", "countersign.check", "countersign.missing", "countersign.names"),
        new SecretProcessor().getSupportedOptions());
  }

  @Test
  void rootOption_winsOverTheDirectoriesAboveTheOutput(@TempDir Path other) throws Exception {
    Workspace project = new Workspace(other).declare("Other");
    project.source("Shop", "class Shop { @dev.countersign.Secret(\"Key\") String key; }");
    assertEquals(1, project.compile().containing("[Secret/Undeclared] Key").size());
    project.compile("-Acountersign.root=" + root, "-Acountersign.missing=off").orFail();
  }
}
