package dev.countersign.processor;

/** Classes come, go and change; the build tool compiles what has changed and nothing else. */
@SuppressWarnings("ImmutableEnumChecker") // steps hold nothing
enum ClassScenario implements Scenario {
  CLASS_WITHOUT_SECRETS_IS_COMPILED(build -> build.compile("com.c.C")),

  CLASS_IS_ADDED(build -> build.source("com.d.D", Scenario.site("D", "Key")).compile("com.d.D")),

  CLASS_IS_ADDED_BEFORE_ALL_OTHERS(
      build -> build.source("aa.First", Scenario.site("First", "Key")).compile("aa.First")),

  CLASS_OF_THE_UNNAMED_PACKAGE_IS_ADDED(
      build -> build.source("Plain", Scenario.site("Plain", "Key")).compile("Plain")),

  CLASS_USES_ANOTHER_SECRET(
      build -> build.source("com.b.B", Scenario.site("B", "Key")).compile("com.b.B")),

  FIELD_CHANGES_ITS_TYPE(
      build ->
          build
              .source("com.b.B", Scenario.site("B", "Token").replace("String", "char[]"))
              .compile("com.b.B")),

  CLASS_GAINS_ITS_FIRST_SECRET(
      build -> build.source("com.c.C", Scenario.site("C", "Key")).compile("com.c.C")),

  CLASS_LOSES_ITS_LAST_SECRET(
      build -> build.source("com.b.B", "public class B {}").compile("com.b.B")),

  FIRST_CLASS_LOSES_ITS_LAST_SECRET(
      build -> build.source("com.a.A", "public class A {}").compile("com.a.A")),

  ALL_CLASSES_LOSE_THEIR_LAST_SECRET(
      build ->
          build
              .source("com.a.A", "public class A {}")
              .source("com.b.B", "public class B {}")
              .compile("com.a.A", "com.b.B")),

  CLASS_IS_RENAMED(
      build ->
          build
              .delete("com.b.B")
              .source("com.b.B2", Scenario.site("B2", "Token"))
              .compile("com.b.B2")),

  CLASS_MOVES_TO_ANOTHER_PACKAGE(
      build ->
          build.delete("com.a.A").source("com.d.A", Scenario.site("A", "Key")).compile("com.d.A")),

  CLASS_IS_DELETED(build -> build.delete("com.b.B").compile("com.c.C")),

  FIRST_CLASS_IS_DELETED(build -> build.delete("com.a.A").compile("com.c.C")),

  ALL_CLASSES_WITH_SECRETS_ARE_DELETED(
      build -> build.delete("com.a.A").delete("com.b.B").compile("com.c.C")),

  CLASS_MOVES_TO_A_LIBRARY(
      build ->
          build
              .delete("com.b.B")
              .library("com.b.B", Scenario.site("B", "Token"))
              .compile("com.c.C")),

  NESTED_CLASS_APPEARS(build -> build.source("com.b.B", Scenario.nested("Key")).compile("com.b.B")),

  NESTED_CLASS_DISAPPEARS(
      build -> {
        build.source("com.b.B", Scenario.nested("Key")).compile("com.b.B");
        build.source("com.b.B", Scenario.site("B", "Token")).compile("com.b.B");
      }),

  NESTED_CLASS_LOSES_ITS_LAST_SECRET(
      build -> {
        build.source("com.b.B", Scenario.nested("Key")).compile("com.b.B");
        build.source("com.b.B", Scenario.nested("Key").replace("@Secret(\"Key\")", ""));
        build.compile("com.b.B");
      }),

  CLASS_BECOMES_A_SET(
      build -> build.source("com.b.B", Scenario.set("B", "Token")).compile("com.b.B")),

  SET_BECOMES_A_RECORD(
      build -> {
        build.source("com.b.B", Scenario.set("B", "Token")).compile("com.b.B");
        build.source("com.b.B", "@SecretSet public record B(@Secret(\"Key\") String key) {}");
        build.compile("com.b.B");
      }),

  SET_IS_DELETED(
      build -> {
        build.source("com.d.D", Scenario.set("D", "Token")).compile("com.d.D");
        build.delete("com.d.D").compile("com.c.C");
      }),

  SET_BECOMES_A_CLASS(
      build -> {
        build.source("com.b.B", Scenario.set("B", "Token")).compile("com.b.B");
        build.source("com.b.B", Scenario.site("B", "Token")).compile("com.b.B");
      }),

  CONSTRUCTOR_TAKES_WHAT_A_FIELD_HELD(
      build ->
          build
              .source("com.b.B", Scenario.constructor("@Secret(\"Token\") String token"))
              .compile("com.b.B")),

  CONSTRUCTOR_LOSES_ITS_LAST_SECRET(
      build -> {
        build.source("com.b.B", Scenario.constructor("@Secret(\"Token\") String token"));
        build.compile("com.b.B");
        build.source("com.b.B", Scenario.constructor("String token")).compile("com.b.B");
      }),

  CONSTRUCTOR_TAKES_MORE_THAN_SECRETS(
      build -> {
        build.source("com.b.B", Scenario.constructor("@Secret(\"Token\") String token"));
        build.compile("com.b.B");
        build.source("com.b.B", Scenario.constructor("@Secret(\"Token\") String token, int size"));
        build.compile("com.b.B");
      }),

  OWN_CLASS_IS_CALLED_AS_THE_CREATOR_OF_A_SET(
      build ->
          build
              .source("com.b.B", "public class B {}")
              .source("com.b.B_Secrets", "public class B_Secrets {}")
              .compile("com.b.B", "com.b.B_Secrets"));

  private final Steps steps;

  ClassScenario(Steps steps) {
    this.steps = steps;
  }

  @Override
  public Steps steps() {
    return steps;
  }
}
