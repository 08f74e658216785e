package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated for a module with a name, and what its module-info must say. */
class NamedModuleTest {
  private static final String[] OPTIONS = {
    "-Acountersign.missing=off", "--add-reads", "com.acme.shop=ALL-UNNAMED"
  };
  private static final String MODULE = "com.acme.shop.SecretModule_shop_com_acme_shop";
  private static final String PROVIDES =
      "provides dev.countersign.runtime.SecretModule with " + MODULE + ";";

  @TempDir Path root;
  private Workspace project;

  @BeforeEach
  void write() throws IOException {
    project = new Workspace(root).declare("Token");
    project.source("com/acme/shop/client/Client", client("Client"));
    describe("");
  }

  @Test
  void moduleThatProvidesNothing_isShownTheLineToWrite() throws IOException {
    Workspace.Compiled compiled = project.compile(OPTIONS);
    Diagnostic<? extends JavaFileObject> diagnostic = compiled.diagnostics().get(0);
    assertEquals(
        """
        [Secret/NotProvided] the module com.acme.shop does not provide %s, which serves its secrets
          fix: write in module-info.java: %s"""
            .formatted(MODULE, PROVIDES),
        diagnostic.getMessage(Locale.ROOT));
    assertEquals(Diagnostic.Kind.ERROR, diagnostic.getKind());
    assertEquals("/module-info.java", diagnostic.getSource().getName().replaceAll(".*(?=/)", ""));
    assertEquals(1, diagnostic.getLineNumber());
  }

  @Test
  void nameOfTheModule_isTheSameInEveryBuild() throws IOException {
    project.compile(OPTIONS);
    project.output("bin").compile(OPTIONS);
    project.source("com/acme/aaa/First", client("First").replace("shop.client", "aaa"));
    project.compile(OPTIONS);
    assertTrue(project.exists(MODULE.replace('.', '/') + ".java"));
    assertEquals(MODULE + "\n", project.read("META-INF/services/" + service()));
    assertTrue(project.read(manifest()).contains("\"module\": \"" + MODULE + "\""));
  }

  @Test
  void lineThatIsShown_isRight() throws IOException {
    describe(PROVIDES);
    project.compile(OPTIONS).orFail();
    assertTrue(project.exists(MODULE.replace('.', '/') + ".class"));
  }

  @Test
  void wrongName_isShownTheRightLineToo() throws IOException {
    describe(PROVIDES.replace("SecretModule_shop", "SecretModule_shopp"));
    assertEquals(1, project.compile(OPTIONS).containing("[Secret/NotProvided]", PROVIDES).size());
  }

  @Test
  void moduleWithoutSecrets_providesNothing() throws IOException {
    project.source("com/acme/shop/client/Client", "package com.acme.shop.client; class Client {}");
    assertEquals(List.of(), project.compile(OPTIONS).orFail().messages());
  }

  @Test
  void classCompiledAlone_staysInItsModule() throws IOException {
    describe(PROVIDES);
    project.compile(OPTIONS).orFail();
    String before = project.read(manifest());
    project.compileOnly(List.of("com/acme/shop/client/Client"), OPTIONS).orFail();
    assertEquals(before, project.read(manifest()));
  }

  /** Tests are patched into the module of main classes, whose module-info cannot name theirs. */
  @Test
  void testsOfAModule_haveAModuleOfTheirOwn() throws IOException {
    describe(PROVIDES);
    project.compile(OPTIONS).orFail();
    project.file("test/com/acme/shop/client/ClientTest.java", client("ClientTest"));
    project.output("build/test");
    List<String> options = new java.util.ArrayList<>(List.of(OPTIONS));
    options.addAll(List.of("--module-path", root.resolve("build/classes").toString()));
    options.addAll(List.of("--patch-module", "com.acme.shop=" + root.resolve("test")));
    project
        .compileOnly(
            List.of("../test/com/acme/shop/client/ClientTest"), options.toArray(String[]::new))
        .orFail();
    assertTrue(project.exists("com/acme/shop/client/SecretModule_shop_build_test.class"));
  }

  @Test
  void eclipse_isShownTheLineToo() throws IOException {
    JavaCompiler eclipse = ServiceLoader.load(JavaCompiler.class).findFirst().orElseThrow();
    project.compiler(eclipse, "--release", "17", "-s", root.resolve("build").toString());
    assertEquals(
        List.of(),
        project.compile(OPTIONS).messages().stream()
            .filter(each -> each.contains("InternalError"))
            .toList());
    assertEquals(1, project.compile(OPTIONS).containing("[Secret/NotProvided]", PROVIDES).size());
  }

  private void describe(String provides) throws IOException {
    project.source("module-info", "module com.acme.shop { " + provides + " }");
  }

  private static String client(String name) {
    return "package com.acme.shop.client; public class "
        + name
        + " { @dev.countersign.Secret(\"Token\") String token; }";
  }

  private static String service() {
    return "dev.countersign.runtime.SecretModule";
  }

  private static String manifest() {
    return "META-INF/countersign/shop_com_acme_shop.json";
  }
}
