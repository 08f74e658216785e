package dev.countersign.processor;

import java.util.List;

/** One generated class fills the fields of a package, and not all of its classes are compiled. */
@SuppressWarnings("ImmutableEnumChecker") // steps hold nothing
enum PackageScenario implements Scenario {
  ONE_OF_TWO_CLASSES_CHANGES(
      build -> {
        build.source("com.b.D", Scenario.sites("D")).compile("com.b.D");
        build.source("com.b.B", Scenario.site("B", "Key")).compile("com.b.B");
      }),

  OTHER_OF_TWO_CLASSES_CHANGES(
      build -> {
        build.source("com.b.D", Scenario.sites("D")).compile("com.b.D");
        build.source("com.b.D", Scenario.sites("D").replace("private", "")).compile("com.b.D");
      }),

  ONE_OF_TWO_CLASSES_IS_DELETED(
      build -> {
        build.source("com.b.D", Scenario.sites("D")).compile("com.b.D");
        build.delete("com.b.B").compile("com.c.C");
      }),

  ONE_OF_TWO_CLASSES_LOSES_ITS_LAST_SECRET(
      build -> {
        build.source("com.b.D", Scenario.sites("D")).compile("com.b.D");
        build.source("com.b.B", "public class B {}").compile("com.b.B");
      }),

  ONE_OF_TWO_CLASSES_MOVES_TO_A_NEW_PACKAGE(
      build -> {
        build.source("com.b.D", Scenario.sites("D")).compile("com.b.D");
        build.delete("com.b.B").source("com.d.B", Scenario.site("B", "Token")).compile("com.d.B");
      }),

  CLASS_MOVES_TO_WHERE_ANOTHER_IS(
      build -> {
        build.source("com.d.D", Scenario.sites("D")).compile("com.d.D");
        build.delete("com.b.B").source("com.d.B", Scenario.site("B", "Token")).compile("com.d.B");
      }),

  PACKAGE_KEEPS_A_SET_AND_NO_FIELD(
      build -> {
        build.source("com.b.Keys", Scenario.set("Keys", "Key")).compile("com.b.Keys");
        build.source("com.b.B", "public class B {}").compile("com.b.B");
      }),

  CONSTRUCTOR_OF_A_CLASS_WITH_FIELDS_TAKES_A_SECRET(
      build -> {
        String constructor = "{ public D() {} public D(@Secret(\"Key\") String key) {}";
        String site = Scenario.site("D", "Key").replace("{", constructor);
        build.source("com.b.D", site).compile("com.b.D");
        build.source("com.b.B", Scenario.site("B", "Key")).compile("com.b.B");
      }),

  CLASSES_OF_THE_UNNAMED_PACKAGE_CHANGE(
      build -> {
        build.source("First", Scenario.sites("First")).compile("First");
        build.source("Second", Scenario.site("Second", "Key")).compile("Second");
      }),

  SOME_CLASSES_ARE_CLASS_FILES_AND_NOT_PROCESSED(
      build -> {
        build.source("com.b.D", Scenario.sites("D")).compile("com.b.D");
        build.process(List.of("com.b.B", "com.c.C")).orFail();
      }),

  PACKAGE_GETS_VERY_MANY_USES(
      build -> {
        build.source("com.b.D", Scenario.many("D", 300)).compile("com.b.D");
        build.source("com.b.E", Scenario.many("E", 200)).compile("com.b.E");
      }),

  PACKAGE_HAD_VERY_MANY_USES(
      build -> {
        build.source("com.b.D", Scenario.many("D", 300));
        build.source("com.b.E", Scenario.many("E", 200)).compile("com.b.D", "com.b.E");
        build.source("com.b.D", Scenario.many("D", 2)).compile("com.b.D");
      }),

  GENERATED_CLASS_COMES_TO_A_PACKAGE_THAT_HAS_INJECTORS(
      build -> build.generated("com.b.G", Scenario.sites("G")).compile("com.c.C")),

  CLASS_BESIDE_A_GENERATED_ONE_CHANGES(
      build -> {
        build.generated("com.b.G", Scenario.sites("G")).compileAll();
        build.source("com.b.B", Scenario.site("B", "Key")).compile("com.b.B");
      }),

  CLASS_BESIDE_A_GENERATED_ONE_IS_DELETED(
      build -> {
        build.generated("com.b.G", Scenario.sites("G")).compileAll();
        build.delete("com.b.B").compile("com.c.C");
      }),

  GENERATED_CLASS_LEAVES_A_PACKAGE(
      build -> {
        build.generated("com.b.G", Scenario.sites("G")).compileAll();
        build.generatedNoMore("com.b.G").compile("com.c.C");
      }),

  CLASS_OF_TWO_IS_GENERATED_FROM_NOW_ON(
      build -> {
        build.source("com.b.D", Scenario.sites("D")).compile("com.b.D");
        build.delete("com.b.D").generated("com.b.D", Scenario.sites("D")).compile("com.c.C");
      }),

  TESTS_ARE_IN_THE_SAME_PACKAGE(
      build -> {
        Build tests = build.tests();
        tests.source("com.b.BTest", Scenario.sites("BTest"));
        tests.source("com.b.DTest", Scenario.site("DTest", "Key")).compileAll();
        tests.source("com.b.DTest", Scenario.site("DTest", "Token")).compile("com.b.DTest");
        build.source("com.b.D", Scenario.sites("D")).compile("com.b.D");
      }),

  APPLICATION_IS_RENAMED_WHERE_ONE_OF_TWO_IS_COMPILED(
      build -> {
        build.source("com.b.D", Scenario.sites("D")).compile("com.b.D");
        build.declareFor("store", "Key", "Token").compile("com.b.B");
      }),

  INJECTORS_ARE_DELETED(build -> build.deleteInjectors("com.b").compile("com.c.C")),

  OWN_CLASS_TAKES_THE_NAME_OF_INJECTORS(
      build ->
          build
              .source("com.b.B", "public class B {}")
              .source(
                  "com.b.SecretInjectors_shop_build_main",
                  "public class SecretInjectors_shop_build_main {}")
              .compile("com.b.B", "com.b.SecretInjectors_shop_build_main"));

  private final Steps steps;

  PackageScenario(Steps steps) {
    this.steps = steps;
  }

  @Override
  public Steps steps() {
    return steps;
  }
}
