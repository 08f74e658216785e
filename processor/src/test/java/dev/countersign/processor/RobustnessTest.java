package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.manifest.Manifests;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the sources, the options and the directories are, every compiler ends in order. */
class RobustnessTest {
  private static List<TestCompiler> compilers;

  @TempDir Path root;

  @BeforeAll
  static void startCompilers() throws Exception {
    compilers = TestCompiler.all();
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

  static Stream<TestCompiler> javacs() {
    return compilers.stream().filter(compiler -> !compiler.isEclipse());
  }

  static Stream<Arguments> broken() {
    return compilers.stream()
        .flatMap(
            compiler -> Stream.of(BrokenSource.values()).map(each -> Arguments.of(compiler, each)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("broken")
  void brokenSource_isTheCompilersMatter(TestCompiler compiler, BrokenSource source)
      throws Exception {
    Build build = Build.in(root, compiler).declare("Key");
    build.source("com.acme.X", source.text()).source("com.acme.Y", Scenario.site("Y", "Typo"));
    Compile.Outcome outcome = build.tryToCompileAll();
    assertFalse(outcome.succeeded());
    assertFalse(outcome.messages().contains("InternalError"), outcome.messages());
    assertFalse(outcome.messages().contains("\tat "), outcome.messages());
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void constants_areReadWhereverTheyAre(TestCompiler compiler) throws Exception {
    Build build = Build.in(root, compiler).declare("Key", "KeyOfShop", "Token");
    build.library("com.lib.Names", "public interface Names { String KEY = \"Key\"; }");
    build.source(
        "com.acme.Own", "class Own { static class In { static final String T = \"Token\"; } }");
    build.generated(
        "com.gen.Names", "public class Names { public static final String K = \"Key\"; }");
    build.source(
        "com.acme.Shop",
        """
        import static com.lib.Names.KEY;
        class Shop implements com.lib.Names {
          private static final String OF = "Of";
          @Secret(KEY) String imported;
          @Secret(Shop.KEY) String inherited;
          @Secret(Own.In.T) String nested;
          @Secret(KEY + OF + ("Shop")) String concatenated;
          @Secret(com.gen.Names.K) String generated;
          @Secret(true ? "To" + "ken" : "") String chosen;
          @Secret("\\u004bey") String escaped;
        }
        """);
    build.compileAll();
    assertEquals(
        List.of("Key", "Key", "Token", "KeyOfShop", "Key", "Token", "Key"),
        Manifests.in(build.classes()).get(0).classes().get(0).uses().stream()
            .map(use -> use.name().toString())
            .toList());
  }

  @ParameterizedTest
  @MethodSource("javacs")
  void everyRelease_compilesWithoutAWarning(TestCompiler javac) throws Exception {
    int compiled = 0;
    for (int release : new int[] {17, 21, 25}) {
      if (release <= javac.version()) {
        Build build = project(javac, "release" + release);
        build.with("--release", "" + release, "-Werror", "-Xlint:all,-processing,-path");
        Compile.Outcome outcome = build.with("-Acountersign.missing=note").tryToCompileAll();
        assertTrue(outcome.orFail().messages().contains("NOTE: [Secret/Missing] Key"));
        compiled++;
      }
    }
    assertTrue(compiled > 0);
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void processingAlone_leavesSourcesThatCompile(TestCompiler compiler) throws Exception {
    Build build = project(compiler, "processed").with("-proc:only");
    build.compileAll();
    assertFalse(build.outputs().containsKey("build/main/com/acme/Shop.class"));
    Map<String, String> lists = build.outputs();
    Build whole = project(compiler, "whole");
    whole.compileAll();
    Map<String, String> expected = whole.outputs();
    expected.keySet().removeIf(path -> path.endsWith(".class"));
    assertEquals(expected, lists);
  }

  @ParameterizedTest
  @MethodSource("javacs")
  void classOnTheSourcePath_isNotListed_forItIsNotProcessed(TestCompiler javac) throws Exception {
    Build build = Build.in(root, javac).declare("Key");
    build.source("com.acme.Shop", Scenario.site("Shop", "Key").replace("{", "{ Other other;"));
    build.source("com.acme.Other", Scenario.site("Other", "Key"));
    build.with("-sourcepath", root.resolve("src/main").toString()).compile("com.acme.Shop");
    assertEquals(1, Manifests.in(build.classes()).get(0).classes().size());
    build.compile("com.acme.Other");
    assertEquals(2, Manifests.in(build.classes()).get(0).classes().size());
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void directoryWithAnyName_isFine(TestCompiler compiler) throws Exception {
    String name = canName("\u00fc\u65e5") ? "a b %20#+;'\u00fc\u65e5" : "a b %20#+;'";
    Build build = project(compiler, name);
    build.compileAll();
    assertTrue(build.outputs().containsKey("build/main/com/acme/Shop.class"));
    assertEquals("shop_build_main", Manifests.in(build.classes()).get(0).id());
  }

  @ParameterizedTest
  @MethodSource("compilers")
  void sources_areOnlyRead(TestCompiler compiler) throws Exception {
    Build build = project(compiler, "readonly");
    Map<String, String> before = build.inputs();
    for (String output : List.of("main", "generated-main", "library")) {
      Files.createDirectories(root.resolve("readonly/build").resolve(output));
    }
    setWritable(false);
    try {
      build.compileAll();
      assertEquals(before, build.inputs());
    } finally {
      setWritable(true);
    }
  }

  private void setWritable(boolean writable) {
    for (String directory : List.of("", "src", "src/main", "src/main/com/acme")) {
      assertTrue(root.resolve("readonly").resolve(directory).toFile().setWritable(writable));
    }
  }

  private Build project(TestCompiler compiler, String directory) throws Exception {
    Build build = Build.in(root.resolve(directory), compiler).declare("Key");
    build.source("com.acme.Shop", Scenario.site("Shop", "Key"));
    return build.source("com.acme.Keys", Scenario.set("Keys", "Key"));
  }

  private static boolean canName(String text) {
    try {
      return Path.of(text).toString().equals(text);
    } catch (InvalidPathException e) {
      return false; // not in the locale of this process
    }
  }
}
