package dev.countersign.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.countersign.processor.BadSource.compile;
import static dev.countersign.processor.BadSource.declare;
import static dev.countersign.processor.BadSource.source;
import static dev.countersign.runtime.EnvironmentType.LOCAL;
import static dev.countersign.runtime.EnvironmentType.PROD;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreDamageTest {
  private static final JavaFileObject SHOP =
      source(
          "Shop",
          "class Shop {",
          "  @Secret(\"Key\") String key;",
          "  @Secret(\"Token\") String token;",
          "  @Secret(\"Token\") SecretValue again;",
          "}");

  @TempDir Path root;
  TestStore store;

  @BeforeEach
  void createTheStore() throws Exception {
    declare(root, "[secrets.Key]", "[secrets.Token]");
    store = new TestStore(root).set("Key", LOCAL).set("Token", LOCAL, PROD);
  }

  @Test
  void soundStore_isNoDamage() {
    assertThat(compile(root, SHOP)).succeededWithoutWarnings();
  }

  @Test
  void damagedBlock_isReportedOnce_atTheFirstUseOfItsSecret_withFileAndLine() throws Exception {
    store.spoil("prod.secrets", "version 1", "version one");
    Compilation compilation = compile(root, SHOP);
    assertThat(compilation)
        .hadErrorContaining("[Secret/DamagedStore] secrets/prod.secrets:")
        .inFile(SHOP)
        .onLineContaining("String token");
    assertThat(compilation).hadErrorContaining("(Shop.token)\n  fix: ");
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void conflictMarkers_areReportedOnce_atTheFirstUseOfAll() throws Exception {
    store.spoil("local.secrets", "[Key]", "<<<<<<< HEAD\n[Key]");
    Compilation compilation = compile(root, SHOP);
    assertThat(compilation)
        .hadErrorContaining("[Secret/DamagedStore] secrets/local.secrets:")
        .inFile(SHOP)
        .onLineContaining("String key");
    assertThat(compilation).hadErrorCount(1);
  }

  @Test
  void damagedBlock_isNotCalledMissingToo() throws Exception {
    store.spoil("local.secrets", "version 1", "version one");
    assertThat(compile(root, SHOP)).hadWarningCount(0);
  }

  @Test
  void damageOfASecretNobodyUses_isNotTheCompilersMatter() throws Exception {
    store.spoil("prod.secrets", "version 1", "version one");
    JavaFileObject other = source("Shop", "class Shop {", "  @Secret(\"Key\") String key;", "}");
    assertThat(compile(root, other)).succeededWithoutWarnings();
  }

  @Test
  void lostKeyring_isDamage() throws Exception {
    java.nio.file.Files.delete(root.resolve("secrets/prod.keyring"));
    assertThat(compile(root, SHOP))
        .hadErrorContaining("[Secret/DamagedStore] there is no secrets/prod.keyring")
        .inFile(SHOP)
        .onLineContaining("String key");
  }
}
