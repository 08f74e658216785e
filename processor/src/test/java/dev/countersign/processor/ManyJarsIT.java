package dev.countersign.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of several jars, each compiled with the processor, run as users run them. */
class ManyJarsIT {
  private static final String SERVICES = "META-INF/services/dev.countersign.runtime.SecretModule";
  private static final String MAIN =
      """
      @Secret("Token") private SecretValue token;
      public static void main(String[] arguments) {
        try {
          Secrets secrets = Secrets.load();
          Main main = new Main();
          secrets.inject(main);
          System.out.println(main.token.reveal() + " " + com.acme.metrics.Metrics.key(secrets));
        } catch (SecretsException e) {
          System.out.println(e.getMessage());
        }
      }
      """;
  private static final String METRICS =
      """
      @Secret("MetricsKey") private String key;
      public static String key(Secrets secrets) {
        Metrics metrics = new Metrics();
        secrets.inject(metrics);
        return metrics.key;
      }
      """;
  private static final Map<String, String> PROD =
      Map.of("COUNTERSIGN_ENVIRONMENT", "prod", "Token", "t0ken", "MetricsKey", "k3y");

  @TempDir Path directory;

  @Test
  void librariesWithUsesOfTheirOwn_areMerged() throws Exception {
    Path metrics = metrics("metrics", "MetricsKey");
    assertEquals("t0ken k3y\n", run(PROD, app(metrics), metrics));
  }

  @Test
  void secretOfALibrary_isNeededAtTheStart() throws Exception {
    Path metrics = metrics("metrics", "MetricsKey");
    String output =
        run(Map.of("COUNTERSIGN_ENVIRONMENT", "prod", "Token", "x"), app(metrics), metrics);
    assertTrue(output.startsWith("MetricsKey has no value for prod\n"), output);
    assertTrue(output.contains("used by: Metrics.key"), output);
  }

  @Test
  void librariesThatAgree_areMerged() throws Exception {
    Path metrics = metrics("metrics", "MetricsKey\ndescription = \"one\"");
    Path other = library("other", "com.acme.other.Other", "MetricsKey\ndescription = \"two\"");
    assertEquals("t0ken k3y\n", run(PROD, app(metrics), metrics, other));
  }

  @Test
  void librariesThatDisagree_areRefusedAndBothJarsNamed() throws Exception {
    Path metrics = metrics("metrics", "MetricsKey");
    Path other = library("other", "com.acme.other.Other", "MetricsKey\nformat = \"uri\"");
    assertEquals(
        "MetricsKey is declared differently in "
            + metrics
            + " and "
            + other
            + "\n  fix: declare it in the application's own secrets.toml, which wins\n",
        run(PROD, app(metrics), metrics, other));
  }

  @Test
  void applicationsOwnDeclaration_settlesADisagreement() throws Exception {
    Path metrics = metrics("metrics", "MetricsKey");
    Path other = library("other", "com.acme.other.Other", "MetricsKey\nformat = \"uri\"");
    UserProject app = project("app").declare("shop", "Token", "MetricsKey");
    Path jar = app.with(metrics).type("com.acme.Main", MAIN).compile().jar();
    assertEquals("t0ken k3y\n", run(PROD, jar, metrics, other));
  }

  @Test
  void twoLibrariesOfOneId_areRefusedAndBothJarsNamed() throws Exception {
    Path metrics = metrics("metrics", "MetricsKey");
    Files.createDirectories(directory.resolve("elsewhere"));
    UserProject same = new UserProject(directory.resolve("elsewhere"), "metrics");
    Path twin =
        same.declare("metrics", "Other")
            .type("com.acme.twin.Twin", "@Secret(\"Other\") String other;")
            .compile()
            .jar();
    String output = run(PROD, app(metrics), metrics, twin);
    assertTrue(output.startsWith("two modules have the id metrics_build: "), output);
    assertTrue(output.contains(metrics + "!/") && output.contains(twin + "!/"), output);
    assertTrue(output.contains("fix: give their applications different names"), output);
  }

  @Test
  void shadedJarWithJoinedServices_runs() throws Exception {
    Path metrics = metrics("metrics", "MetricsKey");
    Path fat = Jars.jar(directory.resolve("fat.jar"), Jars.transformed(app(metrics), metrics));
    assertEquals("t0ken k3y\n", run(PROD, fat));
  }

  @Test
  void shadedJarWithOverwrittenServices_isRefusedWithTheMend() throws Exception {
    Path metrics = metrics("metrics", "MetricsKey");
    Path fat = Jars.jar(directory.resolve("fat.jar"), Jars.overwritten(app(metrics), metrics));
    assertEquals(
        "com.acme.metrics.Metrics uses secrets, but "
            + SERVICES
            + " of "
            + fat
            + " does not list com.acme.metrics.SecretModule_metrics_build\n"
            + "  fix: merge META-INF/services when several jars are put into one"
            + " (maven-shade-plugin: ServicesResourceTransformer; Gradle's shadow:"
            + " mergeServiceFiles())\n",
        run(PROD, fat));
  }

  @Test
  void shadedJarWithoutServices_isExplainedAtTheFirstUse() throws Exception {
    Path metrics = metrics("metrics", "MetricsKey");
    Map<String, byte[]> files = new TreeMap<>(Jars.overwritten(app(metrics), metrics));
    files.remove(SERVICES);
    Path fat = Jars.jar(directory.resolve("fat.jar"), files);
    String output = run(PROD, fat);
    assertTrue(output.startsWith("com.acme.Main uses secrets, but " + SERVICES), output);
    assertTrue(output.contains("does not list com.acme.SecretModule_shop_build\n"), output);
  }

  @Test
  void constructorInAJarWithoutServices_isExplainedToo() throws Exception {
    UserProject app = project("app").declare("shop", "Token");
    app.type(
        "com.acme.Main",
        """
        Main(@Secret("Token") String token) {}
        public static void main(String[] arguments) {
          try {
            Secrets.of(java.util.Map.of("Token", "x")).create(Main.class);
          } catch (SecretsException e) {
            System.out.println(e.getMessage());
          }
        }
        """);
    Map<String, byte[]> files = new TreeMap<>(Jars.files(app.compile().jar()));
    files.remove(SERVICES);
    String output = run(Map.of(), Jars.jar(directory.resolve("bare.jar"), files));
    assertTrue(output.startsWith("com.acme.Main uses secrets, but " + SERVICES), output);
  }

  @Test
  void manifestLeftByAnEarlierName_isNoFault() throws Exception {
    Path metrics = metrics("metrics", "MetricsKey");
    Map<String, byte[]> files = new TreeMap<>(Jars.files(app(metrics)));
    String left = new String(files.get("META-INF/countersign/shop_build.json"), UTF_8);
    files.put(
        "META-INF/countersign/old_build.json",
        left.replace("shop_build", "old_build").getBytes(UTF_8));
    Path jar = Jars.jar(directory.resolve("left.jar"), files);
    assertEquals("t0ken k3y\n", run(PROD, jar, metrics));
  }

  @Test
  void classesCompiledWithoutTheProcessor_areShownTheSnippet() throws Exception {
    UserProject app = project("app").declare("shop", "Token");
    app.type(
        "com.acme.Main",
        """
        static class Fields { @Secret("Token") String token; }
        static class Statics { @Secret("Token") static String token; }
        static class Child extends Fields {}
        @SecretSet interface Keys { @Secret("Token") String token(); }
        @SecretSet record Options(@Secret("Token") String token) {}
        static class Built { Built(@Secret("Token") String token) {} }
        static void tell(Runnable use) {
          try { use.run(); } catch (SecretsException e) { System.out.println(e.getMessage()); }
        }
        public static void main(String[] arguments) {
          Secrets secrets = Secrets.of(java.util.Map.of("Token", "x"));
          tell(() -> secrets.inject(new Fields()));
          tell(() -> secrets.inject(new Child()));
          tell(() -> secrets.inject(Statics.class));
          tell(() -> secrets.create(Keys.class));
          tell(() -> secrets.create(Options.class));
          tell(() -> secrets.create(Built.class));
        }
        """);
    String output = run(Map.of(), app.compile("-proc:none").jar());
    List<String> expected = new ArrayList<>();
    for (String type : List.of("Fields", "Fields", "Statics", "Keys", "Options", "Built")) {
      expected.add("com.acme.Main$" + type);
    }
    String snippet =
        """
         holds @Secret but was compiled without the Countersign processor
          fix: add to the maven-compiler-plugin in pom.xml, and recompile:
            <annotationProcessorPaths>
              <path>
                <groupId>dev.countersign</groupId>
                <artifactId>countersign-processor</artifactId>
                <version>VERSION</version>
              </path>
            </annotationProcessorPaths>
        """;
    assertEquals(
        String.join(snippet, expected) + snippet,
        output.replaceAll("<version>[^<$]+</version>", "<version>VERSION</version>"));
  }

  @Test
  void declarationsEditedSinceCompiling_areOneWarningInLocalAlone() throws Exception {
    Path metrics = metrics("metrics", "MetricsKey");
    Path app = app(metrics);
    Path root = directory.resolve("app");
    Path classes = root.resolve("build");
    Map<String, String> local = Map.of("Token", "t0ken", "MetricsKey", "k3y");
    assertEquals("t0ken k3y\n", run(local, classes, metrics));
    Files.writeString(root.resolve("secrets.toml"), "application = \"shop\"\n[secrets.Token]\n#\n");
    String output = run(local, classes, metrics);
    assertTrue(
        output.contains(
            root.resolve("secrets.toml")
                + " is not what these were compiled with: "
                + root.resolve("build")
                + "\n"),
        output);
    assertTrue(output.contains("fix: compile again"), output);
    assertTrue(output.endsWith("t0ken k3y\n"), output);
    assertEquals(1, output.split("is not what these", -1).length - 1, output);
    assertEquals("t0ken k3y\n", run(PROD, classes, metrics));
    assertEquals("t0ken k3y\n", run(PROD, app, metrics));
  }

  private Path app(Path... libraries) throws Exception {
    UserProject app = project("app").declare("shop", "Token").with(libraries);
    return app.type("com.acme.Main", MAIN).compile().jar();
  }

  private Path metrics(String application, String... secrets) throws Exception {
    UserProject metrics = project("metrics").declare(application, secrets);
    return metrics.type("com.acme.metrics.Metrics", METRICS).compile().jar();
  }

  private Path library(String name, String type, String... secrets) throws Exception {
    UserProject library = project(name).declare(name, secrets);
    return library.type(type, "@Secret(\"MetricsKey\") String key;").compile().jar();
  }

  private UserProject project(String name) throws IOException {
    return new UserProject(directory, name);
  }

  private String run(Map<String, String> variables, Path... jars) throws Exception {
    List<String> paths = new ArrayList<>();
    for (Path jar : jars) {
      paths.add(jar.toString());
    }
    String classPath = UserProject.path(paths.toArray(String[]::new));
    return UserProject.java(directory, variables, "-classpath", classPath, "com.acme.Main");
  }
}
