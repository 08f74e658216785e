package dev.countersign.processor;

/** What is declared changes, and then something is compiled. */
@SuppressWarnings("ImmutableEnumChecker") // steps hold nothing
enum DeclarationScenario implements Scenario {
  SECRET_IS_DECLARED(build -> build.declare("Key", "Token", "Third").compile("com.c.C")),

  SECRET_IS_DECLARED_AFTER_ITS_FIRST_USE(
      build -> {
        build.source("com.d.D", Scenario.site("D", "Later"));
        if (build.tryToCompile("com.d.D").succeeded()) {
          throw new AssertionError("what is not declared compiles");
        }
        build.declare("Key", "Later", "Token").compile("com.d.D");
      }),

  UNUSED_SECRET_IS_DECLARED_NO_MORE(
      build -> {
        build.declare("Key", "Third", "Token").compileAll();
        build.declare("Key", "Token").compile("com.c.C");
      }),

  DESCRIPTION_IS_WRITTEN(
      build -> {
        String toml = "application = \"shop\"\n[secrets.Key]\ndescription = \"clé\"\n";
        build.file("secrets.toml", toml + "[secrets.Token]\n").compile("com.b.B");
      }),

  CONSTANTS_ARE_GENERATED(
      build -> {
        build.with("-Acountersign.names=com.acme.Names").compileAll();
        String site = Scenario.site("B", "Later").replace("\"Later\"", "com.acme.Names.Later");
        build.declare("Key", "Later", "Token").source("com.b.B", site).compile("com.b.B");
      }),

  APPLICATION_IS_RENAMED(build -> build.declareFor("store", "Key", "Token").compile("com.b.B")),

  APPLICATION_IS_RENAMED_AND_NAMED_BACK(
      build -> {
        build.declareFor("store", "Key", "Token").compile("com.b.B");
        build.declare("Key", "Token").compile("com.a.A");
      }),

  APPLICATION_WITH_GENERATED_CLASSES_IS_RENAMED(
      build -> {
        build.generated("com.gen.G", Scenario.site("G", "Key")).compileAll();
        build.declareFor("store", "Key", "Token").compile("com.b.B");
      });

  private final Steps steps;

  DeclarationScenario(Steps steps) {
    this.steps = steps;
  }

  @Override
  public Steps steps() {
    return steps;
  }
}
