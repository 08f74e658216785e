package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.SecretModule;
import dev.countersign.runtime.Secrets;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.Manifests;
import dev.countersign.runtime.manifest.SecretClass;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A compilation that is given only what changed leaves what a clean one would, byte for byte. */
class IncrementalTest {
  private static final Secrets VALUES = Secrets.of(Map.of("Key", "k", "Token", "t", "Later", "l"));

  @TempDir static Path begun;
  private static List<TestCompiler> compilers;
  private static Map<TestCompiler, Build> beginnings;

  @TempDir Path first;
  @TempDir Path second;

  @BeforeAll
  static void startCompilers() throws Exception {
    compilers = TestCompiler.all();
    beginnings = new HashMap<>();
    for (TestCompiler compiler : compilers) {
      Build build = Build.in(begun.resolve(compiler.toString()), compiler);
      Scenario.begin(build);
      beginnings.put(compiler, build);
    }
  }

  @AfterAll
  static void stopCompilers() throws Exception {
    for (TestCompiler compiler : compilers) {
      compiler.stop();
    }
  }

  static Stream<TestCompiler> compilers() {
    return compilers.stream();
  }

  static Stream<Arguments> matrix() {
    return compilers.stream()
        .flatMap(compiler -> Scenario.all().stream().map(each -> Arguments.of(compiler, each)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("matrix")
  void outputIsThatOfACleanBuild(TestCompiler compiler, Scenario scenario) throws Exception {
    Build build = begin(compiler);
    scenario.steps().take(build);
    Map<String, String> clean = build.clean(second).outputs();
    Map<String, String> outputs = build.outputs();
    assertEquals(List.copyOf(clean.keySet()), List.copyOf(outputs.keySet()));
    assertEquals(clean, outputs);
    assertServed(build.classes());
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void firstBuild_listsItsClasses(TestCompiler compiler) throws Exception {
    Build build = begin(compiler);
    Map<String, String> outputs = build.outputs();
    assertTrue(outputs.containsKey("build/main/META-INF/countersign/shop_build_main.json"));
    assertEquals(
        "com.a.SecretModule_shop_build_main\n",
        outputs.get("build/main/META-INF/services/dev.countersign.runtime.SecretModule"));
    assertTrue(outputs.containsKey("build/main/com/b/SecretInjectors_shop_build_main.class"));
    assertEquals(2, Manifests.in(build.classes()).get(0).classes().size());
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void secretThatIsUsedAndDeclaredNoMore_failsWhateverIsCompiled(TestCompiler compiler)
      throws Exception {
    Build build = begin(compiler);
    Map<String, String> before = build.outputs();
    Compile.Outcome outcome = build.declare("Key").tryToCompile("com.c.C");
    assertFalse(outcome.succeeded());
    assertTrue(
        outcome.messages().contains("[Secret/Undeclared] Token is not declared (B.value)"),
        outcome.messages());
    assertEquals(
        before.get("build/main/META-INF/countersign/shop_build_main.json"),
        build.outputs().get("build/main/META-INF/countersign/shop_build_main.json"));
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void declarationsThatCannotBeRead_leaveTheListsAlone(TestCompiler compiler) throws Exception {
    Build build = begin(compiler);
    Map<String, String> before = build.outputs();
    build.file("secrets.toml", "application =").compile("com.c.C");
    assertEquals(before, build.outputs());
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void applicationRenamed_whileNothingWithSecretsIsCompiled_changesNothing(TestCompiler compiler)
      throws Exception {
    Build build = begin(compiler);
    Map<String, String> before = build.outputs();
    build.declareFor("store", "Key", "Token").compile("com.c.C");
    assertEquals(before, build.outputs());
  }

  @Test
  void listsOfSomebodyElse_areLeftAlone() throws Exception {
    Build build = begin(compilers.get(0));
    String own = build.outputs().get("build/main/META-INF/countersign/shop_build_main.json");
    String other = own.replace("shop_build_main", "lib_main").replace("com.", "org.");
    build.file("build/main/META-INF/countersign/lib_main.json", other);
    build.source("com.b.B", "public class B {}").compile("com.b.B");
    assertEquals(other, build.outputs().get("build/main/META-INF/countersign/lib_main.json"));
  }

  private Build begin(TestCompiler compiler) throws Exception {
    return beginnings.get(compiler).copy(first);
  }

  /** Asks every module for every class that it is listed for. */
  private static void assertServed(Path classes) throws Exception {
    URL[] urls = {classes.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, IncrementalTest.class.getClassLoader())) {
      for (Manifest manifest : Manifests.in(classes)) {
        for (SecretClass each : manifest.classes()) {
          SecretModule module =
              (SecretModule) loader.loadClass(each.module()).getConstructor().newInstance();
          assertEquals(manifest.id(), module.id());
          switch (each.kind()) {
            case INJECTED -> assertTrue(knows(module, loader.loadClass(each.name())), each.name());
            case SET, CONSTRUCTED -> assertNotNull(module.creator(each.name()), each.name());
            case ASSISTED -> loader.loadClass(each.name() + "_Factory");
          }
        }
      }
    }
  }

  /** Says whether a module knows a class, and lets it fill an instance. */
  private static boolean knows(SecretModule module, Class<?> type) throws Exception {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return module.inject(type, constructor.newInstance(), VALUES);
  }
}
