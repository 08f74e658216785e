package dev.countersign.processor;

import java.util.List;

/** Some of what the compiler sees are sources, some class files, some somebody else's output. */
@SuppressWarnings("ImmutableEnumChecker") // steps hold nothing
enum OutputScenario implements Scenario {
  EVERYTHING_IS_COMPILED_AGAIN(Build::compileAll),

  CLASS_FILES_ARE_PROCESSED(
      build -> build.process(List.of("com.a.A", "com.b.B", "com.c.C")).orFail()),

  ONE_SOURCE_IS_COMPILED_AND_THE_REST_PROCESSED(
      build ->
          build
              .source("com.b.B", Scenario.site("B", "Key"))
              .process(List.of("com.a.A", "com.c.C"), "com.b.B")
              .orFail()),

  GENERATED_FILES_ARE_DELETED_BEFORE_THE_REST_IS_PROCESSED(
      build -> {
        build.source("com.d.Sets", "public class Sets { " + Scenario.set("Set", "Key") + " }");
        build.compile("com.d.Sets");
        build.source("com.b.B", "public class B {}").deleteGenerated();
        build.process(List.of("com.a.A", "com.c.C", "com.d.Sets"), "com.b.B").orFail();
      }),

  SUPERCLASS_IS_A_CLASS_FILE(
      build -> {
        String subclass = Scenario.site("D", "Token").replace("D {", "D extends com.a.A {");
        build.source("com.d.D", subclass).compile("com.d.D");
      }),

  SUBCLASS_IS_A_CLASS_FILE(
      build -> {
        String subclass = Scenario.site("D", "Token").replace("D {", "D extends com.a.A {");
        build.source("com.d.D", subclass).compile("com.d.D");
        build.source("com.a.A", Scenario.site("A", "Token")).compile("com.a.A");
      }),

  PARENT_OF_A_SET_IS_A_CLASS_FILE(
      build -> {
        build.source("com.d.Parent", Scenario.set("Parent", "Key"));
        build.compile("com.d.Parent");
        String set =
            "@SecretSet interface Set extends Parent { @Secret(\"Token\") String token(); }";
        build.source("com.d.Set", set).compile("com.d.Set");
        build.compile("com.d.Set");
      }),

  TESTS_HAVE_SECRETS_TOO(
      build -> build.tests().source("com.a.ATest", Scenario.site("ATest", "Key")).compileAll()),

  TEST_CHANGES(
      build -> {
        Build tests = build.tests();
        tests.source("com.a.ATest", Scenario.site("ATest", "Key"));
        tests.source("com.b.BTest", Scenario.site("BTest", "Key")).compileAll();
        tests.source("com.b.BTest", Scenario.site("BTest", "Token")).compile("com.b.BTest");
      }),

  MAIN_CHANGES_AND_TESTS_STAY(
      build -> {
        build.tests().source("com.a.ATest", Scenario.site("ATest", "Key")).compileAll();
        build.source("com.b.B", "public class B {}").compile("com.b.B");
      }),

  CLASS_IS_GENERATED(
      build -> build.generated("com.gen.G", Scenario.site("G", "Key")).compile("com.c.C")),

  GENERATED_CLASS_IS_GENERATED_AGAIN(
      build -> {
        build.generated("com.gen.G", Scenario.site("G", "Key")).compileAll();
        build.source("com.b.B", Scenario.site("B", "Key")).compile("com.b.B");
      }),

  GENERATED_CLASS_VANISHES(
      build -> {
        build.generated("com.gen.G", Scenario.site("G", "Key")).compileAll();
        build.generatedNoMore("com.gen.G").compile("com.c.C");
      }),

  ONE_OF_TWO_GENERATED_CLASSES_VANISHES(
      build -> {
        build.generated("com.gen.G", Scenario.site("G", "Key"));
        build.generated("com.gen.H", Scenario.site("H", "Key")).compileAll();
        build.generatedNoMore("com.gen.H").compile("com.c.C");
      }),

  COMPILATION_FAILS_IN_BETWEEN(
      build -> {
        build.source("com.b.B", Scenario.site("B", "Key") + " class Broken extends Nowhere {}");
        if (build.tryToCompile("com.b.B").succeeded()) {
          throw new AssertionError("a broken source compiles");
        }
        build.source("com.b.B", Scenario.site("B", "Key")).compile("com.b.B");
      }),

  MANIFEST_IS_DAMAGED(
      build ->
          build.file("build/main/META-INF/countersign/shop_build_main.json", "{").compileAll());

  private final Steps steps;

  OutputScenario(Steps steps) {
    this.steps = steps;
  }

  @Override
  public Steps steps() {
    return steps;
  }
}
