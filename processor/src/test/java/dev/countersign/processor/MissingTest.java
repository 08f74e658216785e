package dev.countersign.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.countersign.processor.BadSource.compile;
import static dev.countersign.processor.BadSource.declare;
import static dev.countersign.processor.BadSource.source;
import static dev.countersign.runtime.EnvironmentType.DEV;
import static dev.countersign.runtime.EnvironmentType.LOCAL;
import static dev.countersign.runtime.EnvironmentType.PROD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.testing.compile.Compilation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingTest {
  private static final JavaFileObject SHOP =
      source("Shop", "class Shop {", "  @Secret(\"Key\")", "  String key;", "}");

  @TempDir Path root;

  @Test
  void secretWithoutLocalValue_isAWarningThatNamesWhereItIsSet() throws Exception {
    declare(root, "[secrets.Key]");
    new TestStore(root).set("Key", PROD, DEV);
    Compilation compilation = compile(root, SHOP);
    assertThat(compilation).succeeded();
    assertThat(compilation)
        .hadWarningContaining(
            """
            [Secret/Missing] Key has no value for local (Shop.key)
              set for: prod, dev
              fix: secret set --type local Key, or for you alone: secret set --override Key""")
        .inFile(SHOP)
        .onLineContaining("@Secret(\"Key\")");
    assertThat(compilation).hadWarningCount(1);
  }

  @Test
  void secretWithoutAnyValue_claimsNoPlaceWhereItIsSet() throws Exception {
    declare(root, "[secrets.Key]");
    Compilation compilation = compile(root, SHOP);
    assertThat(compilation).hadWarningContaining("[Secret/Missing] Key has no value for local");
    assertFalse(compilation.warnings().get(0).getMessage(null).contains("set for"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"types = [\"prod\"]", "external = [\"local\"]"})
  void secretThatLocalNeedNotHold_isNotMissing(String rule) throws Exception {
    declare(root, "[secrets.Key]", rule);
    assertThat(compile(root, SHOP)).succeededWithoutWarnings();
  }

  @Test
  void optionalSecret_isNotMissing() throws Exception {
    declare(root, "[secrets.Key]", "optional = true");
    JavaFileObject source =
        source("Shop", "class Shop {", "  @Secret(\"Key\") Optional<String> key;", "}");
    assertThat(compile(root, source)).succeededWithoutWarnings();
  }

  @Test
  void secretThatIsSet_isNotMissing() throws Exception {
    declare(root, "[secrets.Key]");
    new TestStore(root).set("Key", LOCAL);
    assertThat(compile(root, SHOP)).succeededWithoutWarnings();
  }

  @Test
  void overriddenSecret_isNotMissingInLocal_andIsInProd() throws Exception {
    declare(root, "[secrets.Key]");
    Files.writeString(root.resolve(".secrets.local"), "Key=mine\n");
    assertThat(compile(root, SHOP)).succeededWithoutWarnings();
    Compilation compilation = compile(root, SHOP, "-Acountersign.check=local,prod");
    assertThat(compilation).hadWarningCount(1);
    assertThat(compilation).hadWarningContaining("[Secret/Missing] Key has no value for prod");
  }

  @Test
  void everyTypeThatIsChecked_hasItsOwnReportAndCommand() throws Exception {
    declare(root, "[secrets.Key]");
    new TestStore(root).set("Key", LOCAL);
    Compilation compilation =
        compile(
            root, SHOP, "-Acountersign.check=local,production,dev", "-Acountersign.missing=error");
    assertThat(compilation).hadErrorCount(2);
    assertThat(compilation)
        .hadErrorContaining(
            "no value for prod (Shop.key)\n  set for: local\n  fix: secret set --type prod Key")
        .inFile(SHOP)
        .onLineContaining("@Secret(\"Key\")");
    assertThat(compilation).hadErrorContaining("no value for dev (Shop.key)");
    assertFalse(compilation.errors().toString().contains("--override"));
  }

  @Test
  void valueBelowItsMinVersion_isMissingInOtherWords() throws Exception {
    declare(root, "[secrets.Key]", "min-version = { local = 4 }");
    new TestStore(root).set("Key", LOCAL);
    assertThat(compile(root, SHOP))
        .hadWarningContaining("[Secret/Missing] Key has a value for local below its min-version")
        .inFile(SHOP)
        .onLineContaining("@Secret(\"Key\")");
  }

  @Test
  void policy_choosesTheSeverity() throws Exception {
    declare(root, "[secrets.Key]");
    Compilation asNote = compile(root, SHOP, "-Acountersign.missing=note");
    assertThat(asNote).succeededWithoutWarnings();
    assertThat(asNote).hadNoteContaining("[Secret/Missing] Key has no value for local");
    assertThat(compile(root, SHOP, "-Acountersign.missing=error"))
        .hadErrorContaining("[Secret/Missing] Key has no value for local");
    Compilation off = compile(root, SHOP, "-Acountersign.missing=off");
    assertThat(off).succeededWithoutWarnings();
    assertEquals(List.of(), off.notes());
  }

  @Test
  void missingValueAsAnError_addsNoNoiseAboutWhatIsGenerated() throws Exception {
    declare(root, "[secrets.Key]");
    JavaFileObject source =
        source(
            "Shop",
            "class Shop {",
            "  Shop(@Secret(\"Key\") String key) {}",
            "  Object factory = new Shop_Factory();",
            "}");
    assertThat(compile(root, source, "-Acountersign.missing=error")).hadErrorCount(1);
  }
}
