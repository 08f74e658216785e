package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second compilation that is given only what changed must leave what a clean one would. */
class IncrementalTest {
  private static final String OFF = "-Acountersign.missing=off";
  private static final String MODULE = "SecretModule_shop_build_classes";

  @TempDir Path first;
  @TempDir Path second;
  Workspace project;

  @BeforeEach
  void compileThreeClasses() throws IOException {
    project = new Workspace(first).declare("Key", "Token");
    project.source("com/a/A", field("com.a", "A", "Key"));
    project.source("com/b/B", field("com.b", "B", "Token"));
    project.source("com/c/C", "package com.c; public class C {}");
    project.compile(OFF).orFail();
  }

  @Test
  void firstCompilation_listsItsClasses() throws Exception {
    assertEquals(
        List.of(
            "META-INF/countersign/shop_build_classes.json",
            "META-INF/services/dev.countersign.runtime.SecretModule",
            "com/a/" + MODULE + ".java"),
        List.copyOf(project.lists().keySet()));
    assertEquals(
        "com.a." + MODULE + "\n",
        project.read("META-INF/services/dev.countersign.runtime.SecretModule"));
  }

  @Test
  void nothingRecompiled_nothingChanges() throws Exception {
    Map<String, String> before = project.lists();
    project.compileOnly(List.of("com/c/C"), OFF).orFail();
    assertEquals(before, project.lists());
  }

  @Test
  void addedClass_joinsTheOthers() throws Exception {
    project.source("com/d/D", field("com.d", "D", "Key"));
    project.compileOnly(List.of("com/d/D"), OFF).orFail();
    assertSameAsClean();
  }

  @Test
  void changedClass_isListedAsItIsNow() throws Exception {
    project.source("com/b/B", field("com.b", "B", "Key"));
    project.compileOnly(List.of("com/b/B"), OFF).orFail();
    assertSameAsClean();
  }

  @Test
  void classThatGainsItsFirstSecret_isListed() throws Exception {
    project.source("com/c/C", field("com.c", "C", "Token"));
    project.compileOnly(List.of("com/c/C"), OFF).orFail();
    assertSameAsClean();
  }

  @Test
  void classThatLosesItsLastSecret_leaves() throws Exception {
    project.source("com/b/B", "package com.b; public class B {}");
    project.compileOnly(List.of("com/b/B"), OFF).orFail();
    assertSameAsClean();
  }

  @Test
  void nestedClassThatLosesItsLastSecret_leavesWithItsOuterOne() throws Exception {
    project.source("com/b/B", "package com.b; public class B { " + nested("In", "Key") + " }");
    project.compileOnly(List.of("com/b/B"), OFF).orFail();
    assertSameAsClean();
    project.source("com/b/B", "package com.b; public class B { static class In {} }");
    project.compileOnly(List.of("com/b/B"), OFF).orFail();
    assertSameAsClean();
  }

  @Test
  void firstClassOfTheModule_takesTheModulesPlaceAlong() throws Exception {
    project.source("com/a/A", "package com.a; public class A {}");
    project.compileOnly(List.of("com/a/A"), OFF).orFail();
    assertEquals(clean(), withoutModules(project));
    assertEquals(
        "com.b." + MODULE + "\n",
        project.read("META-INF/services/dev.countersign.runtime.SecretModule"));
  }

  @Test
  void renamedClass_isListedByItsNewNameOnly() throws Exception {
    project.delete("com/b/B").source("com/b/B2", field("com.b", "B2", "Token"));
    project.compileOnly(List.of("com/b/B2"), OFF).orFail();
    assertSameAsClean();
  }

  @Test
  void deletedClass_leavesWithTheNextCompilation() throws Exception {
    project.delete("com/b/B");
    project.compileOnly(List.of("com/c/C"), OFF).orFail();
    assertSameAsClean();
  }

  @Test
  void lastSecretOfAll_takesManifestAndServicesAlong() throws Exception {
    project.source("com/a/A", "package com.a; public class A {}");
    project.source("com/b/B", "package com.b; public class B {}");
    project.compileOnly(List.of("com/a/A", "com/b/B"), OFF).orFail();
    assertFalse(project.exists("META-INF/countersign/shop_build_classes.json"));
    assertFalse(project.exists("META-INF/services/dev.countersign.runtime.SecretModule"));
  }

  @Test
  void classesFromClassFiles_areListedAsFromSources() throws Exception {
    Map<String, String> before = project.generated();
    Workspace.Compiled compiled = project.process(List.of("com.a.A", "com.b.B"), OFF);
    compiled.orFail();
    assertEquals(before, project.generated());
  }

  @Test
  void compilationThatFails_leavesTheListsAlone() throws Exception {
    Map<String, String> before = withoutModules(project);
    project.source("com/b/B", field("com.b", "B", "Undeclared"));
    assertFalse(project.compileOnly(List.of("com/b/B"), OFF).succeeded());
    assertEquals(before, withoutModules(project));
  }

  @Test
  void keptClass_isStillInjected() throws Exception {
    project.source(
        "com/d/Main",
        """
        package com.d;
        public class Main
            implements java.util.function.Function<dev.countersign.runtime.Secrets, String> {
          public String apply(dev.countersign.runtime.Secrets secrets) {
            com.b.B b = new com.b.B();
            secrets.inject(b);
            return b.value;
          }
        }
        """);
    project.source("com/a/A", field("com.a", "A", "Token"));
    project.compileOnly(List.of("com/d/Main", "com/a/A"), OFF).orFail();
    assertEquals("t", project.run("com.d.Main", Map.of("Token", "t")));
  }

  @Test
  void declarationsThatChanged_arriveWithTheNextCompilation() throws Exception {
    project.declare("Key", "Token", "Third");
    project.compileOnly(List.of("com/c/C"), OFF).orFail();
    assertTrue(project.read("META-INF/countersign/shop_build_classes.json").contains("Third"));
  }

  @Test
  void testClasses_neverTouchWhatMainListed() throws Exception {
    Map<String, String> before = project.lists();
    project.output("build/tests").source("com/a/ATest", field("com.a", "ATest", "Key"));
    project.compileOnly(List.of("com/a/ATest"), OFF).orFail();
    assertTrue(project.exists("META-INF/countersign/shop_build_tests.json"));
    project.output("build/classes");
    assertEquals(before, project.lists());
  }

  @Test
  void manifestThatCannotBeRead_countsAsNone() throws Exception {
    project.file("build/classes/META-INF/countersign/shop_build_classes.json", "{");
    project.compile(OFF).orFail();
    assertSameAsClean();
  }

  private void assertSameAsClean() throws IOException {
    Workspace anew = new Workspace(second);
    copySources(anew);
    anew.compile(OFF).orFail();
    assertEquals(anew.lists(), project.lists());
  }

  /** Returns what a clean build lists; a module that moved leaves its old class behind. */
  private Map<String, String> clean() throws IOException {
    Workspace anew = new Workspace(second);
    copySources(anew);
    anew.compile(OFF).orFail();
    return withoutModules(anew);
  }

  private void copySources(Workspace anew) throws IOException {
    for (Map.Entry<String, String> source : project.sources().entrySet()) {
      anew.file(source.getKey(), source.getValue());
    }
  }

  private static Map<String, String> withoutModules(Workspace workspace) throws IOException {
    Map<String, String> lists = workspace.lists();
    lists.keySet().removeIf(path -> path.endsWith(".java"));
    return lists;
  }

  private static String field(String packageName, String name, String secret) {
    return "package %s; public class %s { @dev.countersign.Secret(\"%s\") public String value; }"
        .formatted(packageName, name, secret);
  }

  private static String nested(String name, String secret) {
    return "static class %s { @dev.countersign.Secret(\"%s\") String value; }"
        .formatted(name, secret);
  }
}
