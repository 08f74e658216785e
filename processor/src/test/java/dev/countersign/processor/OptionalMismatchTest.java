package dev.countersign.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.countersign.processor.BadSource.compile;
import static dev.countersign.processor.BadSource.declare;
import static dev.countersign.processor.BadSource.source;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionalMismatchTest {
  @TempDir Path root;

  @BeforeEach
  void declareAnOptionalSecret() throws IOException {
    declare(root, "[secrets.Dsn]", "optional = true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SecretValue", "String", "char[]", "byte[]"})
  void optionalSecretWhereAValueMustBe_isOfferedBothWaysOut(String type) {
    JavaFileObject source =
        source("Shop", "class Shop {", "  @Secret(\"Dsn\") " + type + " dsn;", "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation)
        .hadErrorContaining(
            """
            [Secret/OptionalMismatch] Dsn is declared optional, but this TYPE must have a value (Shop.dsn)
              fix: use Optional<TYPE>, or remove optional = true from [secrets.Dsn] in secrets.toml"""
                .replace("TYPE", type))
        .inFile(source)
        .onLineContaining("@Secret(\"Dsn\")");
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void methodOfASet_isHeldToItToo() {
    JavaFileObject source =
        source("Shop", "@SecretSet interface Shop {", "  @Secret(\"Dsn\") String dsn();", "}");
    assertThat(compile(root, source))
        .hadErrorContaining("[Secret/OptionalMismatch] Dsn is declared optional")
        .inFile(source)
        .onLineContaining("@Secret(\"Dsn\")");
  }

  @Test
  void optionalSiteOfASecretThatMustExist_isFine() throws Exception {
    declare(root, "[secrets.Dsn]");
    JavaFileObject source =
        source("Shop", "class Shop {", "  @Secret(\"Dsn\") Optional<String> dsn;", "}");
    assertThat(compile(root, source, "-Acountersign.missing=off")).succeededWithoutWarnings();
  }
}
