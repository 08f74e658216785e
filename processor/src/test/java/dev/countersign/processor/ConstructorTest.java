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
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a constructor that takes secrets. */
class ConstructorTest {
  private static final String OFF = "-Acountersign.missing=off";

  @TempDir Path root;

  @BeforeEach
  void declareTheSecret() throws IOException {
    declare(root, "[secrets.Key]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class Shop { | private Shop(@Secret(\"Key\") String key) {} | a private constructor (Shop(key)) | make it visible to its package",
        "abstract class Shop { | Shop(@Secret(\"Key\") String key) {} | the constructor of an abstract class (Shop(key)) | annotate that of a class which extends it",
        "enum Shop { ONE(\"\"); | Shop(@Secret(\"Key\") String key) {} | an enum's constructor (Shop(key)) | annotate a static field",
        "class Shop { class In { | In(@Secret(\"Key\") String key) {} } | the constructor of an inner class (Shop.In(key)) | make the class static, or annotate a field",
        "class Shop { private static class In { | In(@Secret(\"Key\") String key) {} } | the constructor of a private class (Shop.In(key)) | make it visible to its package, or annotate a field",
        "class Shop { private static class P {} | Shop(@Secret(\"Key\") String key, java.util.List<? super P> more) {} | a constructor that takes a private type (Shop(key)) | make it visible to its package",
        "class Shop<T> { | <T> Shop(@Secret(\"Key\") String key, T more) {} | a constructor whose type parameter hides that of its class (Shop(key)) | rename it",
        "@SecretSet record Shop(@Secret(\"Key\") String key) { | Shop(@Secret(\"Key\") String key, int n) { this(key); } | a second constructor of a @SecretSet (Shop(key)) | annotate the components alone",
      })
  void constructorThatNothingCanCall_isReported(String type, String line, String what, String fix) {
    JavaFileObject source = source("Shop", type, line, "}");
    Compilation compilation = compile(root, source, OFF);
    assertThat(compilation)
        .hadErrorContaining(
            "[Secret/UnreachableSite] Key cannot be injected into " + what + "\n  fix: " + fix)
        .inFile(source)
        .onLineContaining(line);
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void secondConstructor_isReportedAtItsParameter() {
    JavaFileObject source =
        source(
            "Shop",
            "class Shop {",
            "  Shop(@Secret(\"Key\") String key) {}",
            "  Shop(int n, @Secret(\"Key\") String other) {}",
            "}");
    Compilation compilation = compile(root, source, OFF);
    assertThat(compilation)
        .hadErrorContaining(
            """
            [Secret/AmbiguousConstructor] another constructor of Shop takes secrets already \
            (Shop(other))
              fix: leave @Secret on one of them""")
        .inFile(source)
        .onLineContaining("String other");
    assertThat(compilation).hadErrorCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Secret(\"Typo\") String key | [Secret/Undeclared] Typo is not declared (Shop(key))",
        "@Secret(\"a b\") String key | [Secret/InvalidName] \"a b\" is not the name of a secret (Shop(key))",
        "@Secret(\"Key\") Object key | [Secret/UnsupportedType] Key cannot be injected as java.lang.Object (Shop(key))",
      })
  void parameter_isCheckedAsAFieldIs(String parameter, String message) {
    JavaFileObject source = source("Shop", "class Shop {", "  Shop(" + parameter + ") {}", "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation).hadErrorContaining(message).inFile(source).onLineContaining(parameter);
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void missingValue_isAWarningAtTheParameter() {
    JavaFileObject source =
        source("Shop", "class Shop {", "  Shop(@Secret(\"Key\") String key, int n) {}", "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation)
        .hadWarningContaining("[Secret/Missing] Key has no value for local (Shop(key))")
        .inFile(source)
        .onLineContaining("@Secret(\"Key\")");
    assertThat(compilation).succeeded();
  }

  @Test
  void factoryThatIsThereAlready_isReported() {
    JavaFileObject source =
        source(
            "Shop",
            "class Shop {",
            "  Shop(@Secret(\"Key\") String key) {}",
            "}",
            "class Shop_Factory {}");
    assertThat(compile(root, source, OFF))
        .hadErrorContaining(
            "[Secret/NameTaken] com.acme.Shop_Factory would be generated, and is there already");
  }
}
