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
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a single site. */
class SiteTest {
  @TempDir Path root;

  @BeforeEach
  void declareTheSecret() throws IOException {
    declare(root, "[secrets.Key]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "git-hub", "9lives", "a b", "\\u00e4pfel", "Key\\n"})
  void textThatIsNoName_isReportedAsWritten(String name) {
    JavaFileObject source =
        source("Shop", "class Shop {", "  @Secret(\"" + name + "\") String key;", "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation)
        .hadErrorContaining("is not the name of a secret (Shop.key)")
        .inFile(source)
        .onLineContaining("String key");
    assertThat(compilation).hadErrorContaining("[Secret/InvalidName] \"");
    assertThat(compilation).hadErrorContaining("fix: use letters, digits and underscores");
    assertThat(compilation).hadErrorCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int",
        "Object",
        "CharSequence",
        "String[]",
        "char[][]",
        "Optional",
        "Optional<?>",
        "Optional<? extends String>",
        "Optional<Integer>",
        "Optional<Optional<String>>",
        "java.util.function.Supplier<String>",
        "T"
      })
  void typeThatNoSecretCanBe_isReportedWithThoseThatWork(String type) {
    JavaFileObject source =
        source("Shop", "class Shop<T> {", "  @Secret(\"Key\") " + type + " key;", "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation)
        .hadErrorContaining("[Secret/UnsupportedType] Key cannot be injected as ")
        .inFile(source)
        .onLineContaining("@Secret(\"Key\")");
    assertThat(compilation)
        .hadErrorContaining(
            "(Shop.key)\n  fix: use SecretValue, String, char[] or byte[], or Optional of one");
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void ownClassCalledString_isNotTakenForTheOtherOne() {
    JavaFileObject source =
        source(
            "Shop",
            "class Shop {",
            "  static class String {}",
            "  @Secret(\"Key\") String k;",
            "}");
    assertThat(compile(root, source))
        .hadErrorContaining(
            "[Secret/UnsupportedType] Key cannot be injected as com.acme.Shop.String")
        .inFile(source)
        .onLineContaining("@Secret(\"Key\")");
  }

  @ParameterizedTest
  @ValueSource(strings = {"final String key = null;", "static final SecretValue key = null;"})
  void finalField_isReportedWithTheOtherForms(String field) {
    JavaFileObject source = source("Shop", "class Shop {", "  @Secret(\"Key\") " + field, "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation)
        .hadErrorContaining(
            """
            [Secret/FinalField] Key cannot be injected into a final field (Shop.key)
              fix: remove final, or make the field a component of a @SecretSet record""")
        .inFile(source)
        .onLineContaining("@Secret(\"Key\")");
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void constantOfAnInterface_isAFinalField() {
    JavaFileObject source =
        source("Shop", "interface Shop {", "  @Secret(\"Key\") String KEY = null;", "}");
    assertThat(compile(root, source))
        .hadErrorContaining(
            "[Secret/FinalField] Key cannot be injected into a final field (Shop.KEY)")
        .inFile(source)
        .onLineContaining("@Secret(\"Key\")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class Shop { | Shop(@Secret(\"Key\") String key) {} | a constructor's parameter (Shop(key))",
        "class Shop { | void go(@Secret(\"Key\") String key) {} | a method's parameter (Shop.go(key))",
        "class Shop { | @Secret(\"Key\") String key() { return null; } | a method of a class (Shop.key())",
        "interface Shop { | @Secret(\"Key\") String key(); | an interface that is no @SecretSet (Shop.key())",
        "@SecretSet interface Shop { @Secret(\"Key\") String other(); | @Secret(\"Key\") default String key() { return null; } | a method with a body (Shop.key())",
        "@SecretSet interface Shop { @Secret(\"Key\") String other(); | @Secret(\"Key\") String KEY = null; | a static field of a @SecretSet (Shop.KEY)",
        "enum Shop { | @Secret(\"Key\") ONE; | an enum constant (Shop.ONE)",
        "record Shop(String other) { | Shop(@Secret(\"Key\") String other) { this.other = other; } | a constructor's parameter (Shop(other))",
        "record Shop(String other) { | @Secret(\"Key\") public String other() { return null; } | a method of a record (Shop.other())",
        "record Shop( | @Secret(\"Key\") String key) { | a record that is no @SecretSet (Shop.key)",
        "@SecretSet record Shop(@Secret(\"Key\") String other) { | @Secret(\"Key\") static String key; | a static field of a @SecretSet (Shop.key)",
        "@interface Shop { | @Secret(\"Key\") String key(); | a method of a class (Shop.key())",
      })
  void siteThatNothingReaches_isReportedOnce(String type, String line, String what) {
    JavaFileObject source = source("Shop", type, line, "}");
    Compilation compilation = compile(root, source, "-Acountersign.missing=off");
    assertThat(compilation)
        .hadErrorContaining("[Secret/UnreachableSite] Key cannot be injected into " + what)
        .inFile(source)
        .onLineContaining(line);
    assertThat(compilation).hadErrorContaining("fix: ");
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void constructorParameter_isToldWhatToUseInstead() {
    JavaFileObject source =
        source("Shop", "class Shop {", "  Shop(@Secret(\"Key\") String key) {}", "}");
    assertThat(compile(root, source))
        .hadErrorContaining("fix: annotate a field, or let the constructor take a @SecretSet")
        .inFile(source)
        .onLineContaining("@Secret(\"Key\")");
  }

  @Test
  void faultyField_doesNotHideWhatIsWrongWithItsNeighbour() {
    JavaFileObject source =
        source(
            "Shop",
            "class Shop {",
            "  @Secret(\"Key\") final String one = null;",
            "  @Secret(\"Other\") String two;",
            "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation).hadErrorContaining("[Secret/FinalField]");
    assertThat(compilation).hadErrorContaining("[Secret/Undeclared] Other");
    assertThat(compilation).hadErrorCount(2);
  }
}
