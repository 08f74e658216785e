package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules with names: compiled, run from the module path, and linked into an image. */
class NamedModuleIT {
  private static final String SERVICE = "dev.countersign.runtime.SecretModule";
  private static final String SHOP = "com.acme.shop.SecretModule_shop_com_acme_shop";
  private static final String METRICS = "com.acme.metrics.SecretModule_aaa_com_acme_metrics";
  private static final String MAIN =
      """
      @Secret("Token") private SecretValue token;
      @Secret("Token") private static String text;
      private static class Hidden { @Secret("Token") private char[] chars; }
      @SecretSet interface Keys { @Secret("Token") String token(); }
      @SecretSet record Options(@Secret("Dsn") java.util.Optional<String> dsn) {}
      public static void main(String[] arguments) {
        try {
          Secrets secrets = Secrets.load();
          Main main = new Main();
          Hidden hidden = new Hidden();
          secrets.inject(main);
          secrets.inject(Main.class);
          secrets.inject(hidden);
          System.out.println(secrets + " " + main.token.reveal() + text + hidden.chars.length
              + secrets.create(Keys.class).token() + secrets.create(Options.class).dsn().isEmpty()
              + com.acme.metrics.Metrics.key(secrets));
        } catch (SecretsException e) {
          System.out.println(e.getMessage());
        }
      }
      """;
  private static final String LIBRARY =
      """
      @Secret("Token") private String key;
      public static String key(Secrets secrets) {
        Metrics metrics = new Metrics();
        secrets.inject(metrics);
        return metrics.key;
      }
      """;
  private static final Map<String, String> EU =
      Map.of("COUNTERSIGN_ENVIRONMENT", "eu-west", "Token", "t");

  private static final String FILLED = "Secrets[prod@eu-west] tt1ttruet\n";
  private static final String PROGRAM = "com.acme.shop/com.acme.shop.Main";

  @TempDir Path directory;

  /** A library may come first among the services, as a module path has no order. */
  @Test
  void modulePath_runs_andKnowsTheApplication() throws Exception {
    Path metrics = metrics();
    Path shop = project(metrics).compile("-Xlint:all,-processing", "-Werror").jar();
    assertEquals(FILLED, run(shop, metrics));
    assertEquals(FILLED, run(metrics, shop));
  }

  @Test
  void image_runs() throws Exception {
    Path metrics = metrics();
    Path shop = project(metrics).compile().jar();
    Path image = directory.resolve("image");
    String modules = path(shop, metrics);
    String output = image.toString();
    assertEquals(
        "",
        UserProject.tool(
            "jlink",
            "--module-path",
            modules,
            "--add-modules",
            "com.acme.shop",
            "--output",
            output));
    assertEquals(FILLED, UserProject.run(image, directory, EU, "-m", PROGRAM));
  }

  @Test
  void processorOnItsModulePath_doesTheSame() throws Exception {
    Path metrics = metrics();
    String jar = System.getProperty("processor.jar");
    UserProject shop = project(metrics).compile("--processor-module-path", jar);
    assertEquals(FILLED, run(metrics, shop.jar()));
  }

  /** Such as when the module-info was compiled apart, and the check never saw it. */
  @Test
  void moduleThatProvidesNothing_isExplainedAtTheFirstUse() throws Exception {
    Path metrics = metrics();
    UserProject shop = project(metrics).compile();
    shop.file("src/module-info.java", descriptor("")).compile("-proc:none");
    Map<String, String> prod = Map.of("COUNTERSIGN_ENVIRONMENT", "prod", "Token", "t");
    assertEquals(
        "com.acme.shop.Main has generated code in the module com.acme.shop, which does not provide it"
            + "\n  fix: add to module-info.java: "
            + provides(SHOP)
            + "\n",
        UserProject.java(
            directory, prod, "--module-path", path(metrics, shop.jar()), "-m", PROGRAM));
  }

  @Test
  void descriptorOfTheRuntime_coversWhatItsClassesUse() {
    String path = Workspace.userClassPath();
    String output =
        UserProject.tool(
            "jdeps",
            "--ignore-missing-deps",
            "--multi-release",
            "17",
            "--module-path",
            path,
            "--check",
            "dev.countersign.runtime");
    String suggested =
        output.substring(output.indexOf("[Suggested"), output.indexOf("[Transitive"));
    assertEquals(
        "[dev.countersign, java.base, java.logging, org.jspecify]",
        Arrays.toString(
            suggested
                .lines()
                .skip(1)
                .filter(each -> each.contains("requires"))
                .map(NamedModuleIT::last)
                .toArray()));
  }

  private static String last(String line) {
    return line.replaceAll(".* |;", "");
  }

  private Path metrics() throws Exception {
    UserProject metrics = new UserProject(directory, "metrics").declare("aaa", "Token");
    metrics.file(
        "src/module-info.java",
        "module com.acme.metrics { requires transitive dev.countersign.runtime;"
            + " exports com.acme.metrics; "
            + provides(METRICS)
            + " }");
    return metrics.type("com.acme.metrics.Metrics", LIBRARY).compile().jar();
  }

  private UserProject project(Path library) throws Exception {
    UserProject shop = new UserProject(directory, "shop").with(library);
    shop.declare("shop", "Token", "Dsn\noptional = true\n[environments]\neu-west = \"prod\"");
    shop.file("src/module-info.java", descriptor(provides(SHOP)));
    return shop.type("com.acme.shop.Main", MAIN);
  }

  private static String descriptor(String provides) {
    return "module com.acme.shop { requires com.acme.metrics; " + provides + " }";
  }

  private static String provides(String module) {
    return "provides " + SERVICE + " with " + module + ";";
  }

  private String run(Path... jars) throws Exception {
    return UserProject.java(directory, EU, "--module-path", path(jars), "-m", PROGRAM);
  }

  private static String path(Path... jars) {
    return UserProject.path(jars[0].toString(), jars[1].toString());
  }
}
