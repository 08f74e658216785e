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
        "short",
        "double",
        "Character",
        "Object",
        "CharSequence",
        "Enum",
        "Enum<?>",
        "java.io.File",
        "java.security.Key",
        "java.util.List<String>",
        "java.util.OptionalInt",
        "String[]",
        "int[]",
        "char[][]",
        "Optional",
        "Optional<?>",
        "Optional<? extends String>",
        "Optional<Short>",
        "Optional<Optional<String>>",
        "Optional<Supplier<String>>",
        "Supplier",
        "Supplier<?>",
        "Supplier<? extends String>",
        "Supplier<Optional>",
        "Supplier<Optional<?>>",
        "Supplier<Supplier<String>>",
        "Supplier<Optional<Optional<String>>>",
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
            """
            (Shop.key)
              fix: use SecretValue, String, char[], byte[], URI, int, long, boolean, Duration, Path, \
            PrivateKey, X509Certificate or an enum, or Optional, Supplier or Supplier<Optional> of \
            one of them""");
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
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          class     | final String key = null;             | remove final, annotate the constructor's \
          parameter that it is set from, or make it a component of a @SecretSet record
          class     | static final SecretValue key = null; | remove final
          interface | SecretValue KEY = null;              | make it a method of a @SecretSet \
          interface, or a field of a class, which need not be final
          """)
  void finalField_isReportedWithTheFormsThatItCanTake(String kind, String field, String fix) {
    JavaFileObject source = source("Shop", kind + " Shop {", "  @Secret(\"Key\") " + field, "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation)
        .hadErrorContaining("[Secret/FinalField] Key cannot be injected into a final field (Shop.")
        .inFile(source)
        .onLineContaining("@Secret(\"Key\")");
    assertThat(compilation).hadErrorContaining(")\n  fix: " + fix);
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
        "class Shop { | void go(@Secret(\"Key\") String key) {} | a method's parameter (Shop.go(key))",
        "class Shop { | @Secret(\"Key\") String key() { return null; } | a method of a class (Shop.key())",
        "interface Shop { | @Secret(\"Key\") String key(); | an interface that is no @SecretSet (Shop.key())",
        "@SecretSet interface Shop { @Secret(\"Key\") String other(); | @Secret(\"Key\") default String key() { return null; } | a method with a body (Shop.key())",
        "@SecretSet interface Shop { @Secret(\"Key\") String other(); | @Secret(\"Key\") String KEY = null; | a static field of a @SecretSet (Shop.KEY)",
        "enum Shop { | @Secret(\"Key\") ONE; | an enum constant (Shop.ONE)",
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

  @ParameterizedTest
  @ValueSource(strings = {"Hidden", "Optional<Hidden>", "Supplier<Optional<Hidden>>", "Seen"})
  void enumThatGeneratedCodeCannotName_isReportedAsPrivate(String type) {
    JavaFileObject source =
        source(
            "Shop",
            "class Shop {",
            "  private enum Hidden { ONE }",
            "  private static class Inner { enum Seen { ONE } }",
            "  @Secret(\"Key\") " + type.replace("Seen", "Inner.Seen") + " key;",
            "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation)
        .hadErrorContaining("[Secret/UnsupportedType] Key cannot be injected as ")
        .inFile(source)
        .onLineContaining("@Secret(\"Key\")");
    assertThat(compilation)
        .hadErrorContaining(
            ", which is private (Shop.key)\n  fix: make the enum visible to its package");
    assertThat(compilation).hadErrorCount(1);
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
