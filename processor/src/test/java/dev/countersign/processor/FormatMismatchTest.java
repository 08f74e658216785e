package dev.countersign.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.countersign.processor.BadSource.compile;
import static dev.countersign.processor.BadSource.declare;
import static dev.countersign.processor.BadSource.source;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatMismatchTest {
  private static final String OFF = "-Acountersign.missing=off";

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "certificate | int | X509Certificate or String",
        "private-key | java.security.cert.X509Certificate | PrivateKey or String",
        "uri | java.nio.file.Path | URI or String",
        "integer | Optional<Boolean> | int or String",
        "json | Supplier<java.time.Duration> | SecretValue or String",
        "hex | Supplier<Optional<Long>> | SecretValue or String",
        "uuid | Thread.State | SecretValue or String",
      })
  void typeThatContradictsTheFormat_isReported(String format, String type, String use)
      throws Exception {
    declare(root, "[secrets.Key]", "format = \"" + format + "\"");
    JavaFileObject source =
        source("Shop", "class Shop {", "  @Secret(\"Key\") " + type + " key;", "}");
    Compilation compilation = compile(root, source, OFF);
    assertThat(compilation)
        .hadErrorContaining(
            "[Secret/FormatMismatch] Key is declared with format = \""
                + format
                + "\", which is no ")
        .inFile(source)
        .onLineContaining("@Secret(\"Key\")");
    assertThat(compilation)
        .hadErrorContaining(
            "(Shop.key)\n  fix: use "
                + use
                + ", or change format in [secrets.Key] in secrets.toml");
    assertThat(compilation).hadErrorCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "certificate, java.security.cert.X509Certificate",
    "private-key, Optional<java.security.PrivateKey>",
    "uri, java.net.URI",
    "integer, long",
    "integer, Supplier<Integer>",
    "json, String",
    "hex, byte[]",
    "certificate, SecretValue",
    "text, int",
  })
  void typeThatSaysTheSameOrNothing_isFine(String format, String type) throws Exception {
    declare(root, "[secrets.Key]", "format = \"" + format + "\"");
    JavaFileObject source =
        source("Shop", "class Shop {", "  @Secret(\"Key\") " + type + " key;", "}");
    assertThat(compile(root, source, OFF)).succeededWithoutWarnings();
  }
}
