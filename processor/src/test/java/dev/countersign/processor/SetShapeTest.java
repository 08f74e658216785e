package dev.countersign.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.countersign.processor.BadSource.compile;
import static dev.countersign.processor.BadSource.declare;
import static dev.countersign.processor.BadSource.source;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the shape of a {@code @SecretSet}. */
class SetShapeTest {
  @TempDir Path root;

  @BeforeEach
  void declareTheSecret() throws IOException {
    declare(root, "[secrets.Key]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@SecretSet class Shop { | is neither an interface nor a record (Shop)",
        "@SecretSet enum Shop { | is neither an interface nor a record (Shop)",
        "@SecretSet @interface Shop { | is neither an interface nor a record (Shop)",
        "@SecretSet interface Shop { | has no secret (Shop)",
        "@SecretSet record Shop() { | has no secret (Shop)",
        "@SecretSet record Shop<T>(@Secret(\"Key\") String key) { | has type parameters (Shop)",
        "@SecretSet sealed interface Shop permits Shop.A { @Secret(\"Key\") String key(); record A(String key) implements Shop {} | is sealed, so that nothing can implement it (Shop)",
        "class Shop { @SecretSet private interface Set { @Secret(\"Key\") String key(); } | is private, or within a private class (Shop.Set)",
        "class Shop { private static class In { @SecretSet interface Set { @Secret(\"Key\") String key(); } } | is private, or within a private class (Shop.In.Set)",
      })
  void setThatCannotBeMade_isReportedAtItsAnnotation(String type, String fact) {
    JavaFileObject source = source("Shop", type, "}");
    Compilation compilation = compile(root, source, "-Acountersign.missing=off");
    assertThat(compilation)
        .hadErrorContaining("[Secret/InvalidSet] the @SecretSet " + fact)
        .inFile(source)
        .onLineContaining("@SecretSet");
    assertThat(compilation).hadErrorCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String port(); | Shop.port()",
        "void close(); | Shop.close()",
        "String port(int base); | Shop.port(base)",
      })
  void abstractMethodWithoutAnnotation_isReportedAtTheMethod(String method, String label) {
    JavaFileObject source =
        source(
            "Shop", "@SecretSet interface Shop {", "  @Secret(\"Key\") String key();", method, "}");
    Compilation compilation = compile(root, source, "-Acountersign.missing=off");
    assertThat(compilation)
        .hadErrorContaining(
            "[Secret/InvalidSet] an abstract method of a @SecretSet has no @Secret (" + label + ")")
        .inFile(source)
        .onLineContaining(method);
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void inheritedAbstractMethod_isReportedAtTheSet() {
    JavaFileObject source =
        source(
            "Shop",
            "@SecretSet interface Shop extends AutoCloseable {",
            "  @Secret(\"Key\") String key();",
            "}");
    assertThat(compile(root, source))
        .hadErrorContaining("a @SecretSet has no @Secret (Shop.close())")
        .inFile(source)
        .onLineContaining("interface Shop extends");
  }

  @Test
  void componentWithoutAnnotation_isReportedAtTheComponent() {
    JavaFileObject source =
        source(
            "Shop",
            "@SecretSet record Shop(",
            "  @Secret(\"Key\") String key,",
            "  int port) {",
            "}");
    Compilation compilation = compile(root, source, "-Acountersign.missing=off");
    assertThat(compilation)
        .hadErrorContaining(
            "[Secret/InvalidSet] a component of a @SecretSet has no @Secret (Shop.port)")
        .inFile(source)
        .onLineContaining("int port");
    assertThat(compilation).hadErrorCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Secret(\"Key\") String key(int version); | a method with parameters (Shop.key(version))",
        "@Secret(\"Key\") <T> String key(); | a generic method (Shop.key())",
        "@Secret(\"Key\") String toString(); | a method that every object has (Shop.toString())",
      })
  void annotatedMethodThatCannotBeImplemented_isReported(String method, String what) {
    JavaFileObject source = source("Shop", "@SecretSet interface Shop {", method, "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation)
        .hadErrorContaining("[Secret/UnreachableSite] Key cannot be returned by " + what)
        .inFile(source)
        .onLineContaining(method);
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void componentOfARecord_isReportedOnceAndAtItsAnnotation() {
    JavaFileObject source =
        source("Shop", "@SecretSet record Shop(", "  @Secret(\"Typo\") String key) {", "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation)
        .hadErrorContaining("[Secret/Undeclared] Typo is not declared (Shop.key)")
        .inFile(source)
        .onLineContaining("@Secret(\"Typo\")");
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void methodInheritedFromAnotherSet_isReportedOnceAndThere() {
    JavaFileObject source =
        source(
            "Shop",
            "class Shop {",
            "  @SecretSet interface Base {",
            "    @Secret(\"Typo\") String key();",
            "  }",
            "  @SecretSet interface More extends Base {}",
            "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation)
        .hadErrorContaining("[Secret/Undeclared] Typo is not declared (Shop.Base.key())")
        .inFile(source)
        .onLineContaining("@Secret(\"Typo\")");
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void secretOfAParentInAClassFile_isReportedAtTheSetThatInheritsIt(@TempDir Path other)
      throws Exception {
    Workspace project = new Workspace(other).declare("Key");
    project.source(
        "Base",
        "@dev.countersign.SecretSet interface Base { @dev.countersign.Secret(\"Key\") String k(); }");
    project.compile("-Acountersign.missing=off").orFail();
    project.declare("Other");
    project.source("Shop", "\n@dev.countersign.SecretSet interface Shop extends Base {}");
    Workspace.Compiled compiled = project.compileOnly(List.of("Shop"));
    assertEquals(
        1, compiled.containing("[Secret/Undeclared] Key is not declared (Shop.k())").size());
    assertEquals(2, compiled.diagnostics().get(0).getLineNumber());
  }

  @Test
  void parentsThatNameDifferentSecrets_areReportedAtTheSet() throws Exception {
    declare(root, "[secrets.Key]", "[secrets.Token]");
    JavaFileObject source =
        source(
            "Shop",
            "class Shop {",
            "  @SecretSet interface One { @Secret(\"Key\") String key(); }",
            "  @SecretSet interface Two { @Secret(\"Token\") String key(); }",
            "  @SecretSet interface Both extends One, Two {}",
            "}");
    Compilation compilation = compile(root, source, "-Acountersign.missing=off");
    assertThat(compilation)
        .hadErrorContaining(
            "[Secret/InvalidSet] parents of a @SecretSet name different secrets (Shop.Both.key())")
        .inFile(source)
        .onLineContaining("interface Both");
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void genericSet_hasItsNamesChecked_andItsTypesWhereTheyAreSaid() {
    JavaFileObject source =
        source(
            "Shop",
            "class Shop {",
            "  @SecretSet interface Typed<T> { @Secret(\"Typo\") String name();",
            "    @Secret(\"Key\") T key(); }",
            "  @SecretSet interface Both extends Typed<Object> {}",
            "}");
    Compilation compilation = compile(root, source, "-Acountersign.missing=off");
    assertThat(compilation)
        .hadErrorContaining("[Secret/Undeclared] Typo is not declared (Shop.Typed.name())")
        .inFile(source)
        .onLineContaining("@Secret(\"Typo\")");
    assertThat(compilation)
        .hadErrorContaining("[Secret/UnsupportedType] Key cannot be injected as java.lang.Object")
        .inFile(source)
        .onLineContaining("@Secret(\"Key\")");
    assertThat(compilation).hadErrorCount(2);
  }

  @Test
  void setWithOneFault_stillHasItsOtherMembersChecked() {
    JavaFileObject source =
        source(
            "Shop",
            "@SecretSet interface Shop {",
            "  @Secret(\"Typo\") String key();",
            "  int port();",
            "}");
    Compilation compilation = compile(root, source);
    assertThat(compilation).hadErrorContaining("[Secret/Undeclared] Typo");
    assertThat(compilation).hadErrorContaining("[Secret/InvalidSet]");
    assertThat(compilation).hadErrorCount(2);
  }
}
