package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs with their store in them, each packaged in its own way and started in an empty
 * directory, with an environment and an identity and nothing else.
 */
class PackedStoreIT {
  private static final String MAIN =
      """
      @Secret("Token") private SecretValue token;
      public static void main(String[] arguments) {
        try {
          Secrets secrets = Secrets.load();
          secrets.verify();
          Main main = new Main();
          secrets.inject(main);
          System.out.println(secrets + " " + main.token.reveal() + more(secrets));
        } catch (SecretsException e) {
          System.out.println(e.getMessage());
        }
      }
      """;
  private static final String WITH_METRICS =
      """
      private static String more(Secrets secrets) {
        return " " + com.acme.metrics.Metrics.key(secrets);
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
  private static final String OPENED = "Secrets[prod] t0ken k3y\n";

  @TempDir static Path projects;
  @TempDir Path empty;

  private static PackedProject store;
  private static UserProject shop;
  private static Path program;
  private static Path library;

  @BeforeAll
  static void compile() throws Exception {
    UserProject metrics = new UserProject(projects, "metrics").declare("metrics", "MetricsKey");
    library = metrics.type("com.acme.metrics.Metrics", METRICS).compile().jar();
    shop = new UserProject(projects, "shop").declare("shop", "Token").with(library);
    program = shop.type("com.acme.Main", MAIN + WITH_METRICS).compile().jar();
    store = new PackedProject(shop.root());
    store
        .set(EnvironmentType.PROD, "Token", "t0ken")
        .set(EnvironmentType.PROD, "MetricsKey", "k3y");
  }

  private final Map<String, String> variables = new TreeMap<>();

  @BeforeEach
  void inProd() {
    variables.putAll(store.prod());
    variables.put("XDG_CONFIG_HOME", projects.resolve("nobody").toString());
  }

  @Test
  void plainJar_opensItsStore() throws Exception {
    assertEquals(OPENED, run(plain(), library));
  }

  @Test
  void shadedJar_opensItsStore() throws Exception {
    Map<String, byte[]> files = store.pack(Jars.transformed(program, library));
    assertEquals(OPENED, run(Jars.jar(empty.resolve("fat.jar"), files)));
  }

  @Test
  void nestedJarOfMaven_opensItsStore() throws Exception {
    assertEquals(OPENED, java("-jar", nested(true).toString()));
  }

  @Test
  void nestedJarOfGradle_opensItsStore() throws Exception {
    assertEquals(OPENED, java("-jar", nested(false).toString()));
  }

  /** As when a module of the application is a library of what is deployed. */
  @Test
  void storeInAJarWithinTheJar_isFound() throws Exception {
    Path within = Jars.jar(empty.resolve("store.jar"), store.pack(Jars.files(library)));
    Path jar = empty.resolve("boot.jar");
    SpringBootJar.pack(jar, false, Jars.files(program), within);
    assertEquals(OPENED, java("-jar", jar.toString()));
  }

  @Test
  void classesInADirectory_openTheirStore() throws Exception {
    Path classes = Files.createDirectories(empty.resolve("classes"));
    for (Map.Entry<String, byte[]> file : store.pack(Jars.files(program)).entrySet()) {
      Path path = classes.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    assertEquals(OPENED, run(classes, library));
  }

  @Test
  void namedModule_opensItsStore_alsoInAnImage() throws Exception {
    Path jar = namedModule();
    String main = "com.acme/com.acme.Main";
    String modules = UserProject.path(jar.toString());
    String expected = "Secrets[prod] t0ken\n";
    assertEquals(expected, java("--module-path", modules, "-m", main));
    Path image = empty.resolve("image");
    String output = image.toString();
    assertEquals(
        "",
        UserProject.tool(
            "jlink", "--module-path", modules, "--add-modules", "com.acme", "--output", output));
    assertEquals(expected, UserProject.run(image, empty, variables, "-m", main));
  }

  private Path namedModule() throws Exception {
    UserProject named = new UserProject(empty, "named").declare("shop", "Token");
    named.file(
        "src/module-info.java",
        "module com.acme { requires dev.countersign.runtime;"
            + " provides dev.countersign.runtime.SecretModule"
            + " with com.acme.SecretModule_shop_com_acme; }");
    named.type("com.acme.Main", MAIN + "private static String more(Secrets all) { return \"\"; }");
    Path jar = empty.resolve("named.jar");
    return Jars.jar(jar, store.pack(Jars.files(named.compile().classes())));
  }

  @Test
  void withoutAKey_thePlaceToSetItIsTold() throws Exception {
    variables.remove("COUNTERSIGN_KEY");
    for (String output : new String[] {run(plain(), library), java("-jar", nested(true) + "")}) {
      assertTrue(output.startsWith("2 secrets are not usable in prod\nMetricsKey from "), output);
      assertTrue(output.contains("there is no identity: "), output);
      assertTrue(output.contains("where a program is deployed, set COUNTERSIGN_KEY\n"), output);
    }
  }

  @Test
  void withAnothersKey_whoCanAddItIsTold() throws Exception {
    Identity stranger = Identities.generate();
    variables.put("COUNTERSIGN_KEY", stranger.encoded());
    Path jar = plain();
    String output = run(jar, library);
    assertTrue(output.contains("Token from store:prod v1 ("), output);
    assertTrue(output.contains(" packed into " + jar + " cannot be used: "), output);
    assertTrue(output.contains("who can add it: service\n"), output);
    assertTrue(output.contains("secret reader add NAME " + stranger.recipient()), output);
    assertFalse(output.contains(stranger.encoded()), output);
  }

  @Test
  void withoutAnEnvironment_itIsNotTakenForLocal() throws Exception {
    variables.remove("COUNTERSIGN_ENVIRONMENT");
    variables.remove("COUNTERSIGN_KEY");
    Path jar = nested(false);
    assertEquals(
        "no environment was chosen, and with the store packed into "
            + jar
            + "/!BOOT-INF/classes it is not taken for local\n"
            + "  fix: set COUNTERSIGN_ENVIRONMENT=prod (or -Dcountersign.environment=prod),"
            + " or one of prod, dev, preview, local\n",
        java("-jar", jar.toString()));
  }

  @Test
  void libraryWithTheStoreToo_isRefusedAndBothJarsNamed() throws Exception {
    Path jar = plain();
    Path other = Jars.jar(empty.resolve("other.jar"), store.pack(Jars.files(library)));
    assertEquals(
        "the store of shop is packed twice: into "
            + jar
            + " and "
            + other
            + "\n  fix: pack it into one of them, what is deployed, and build both again\n",
        run(jar, other));
  }

  @Test
  void jarRunInTheCheckout_usesWhatIsPacked_unlessTheRootIsChosen() throws Exception {
    Path jar = plain();
    UserProject checkout = new UserProject(empty, "checkout").declare("shop", "Token");
    PackedProject newer = new PackedProject(checkout.root());
    newer.set(EnvironmentType.PROD, "Token", "newer").set(EnvironmentType.PROD, "MetricsKey", "k");
    String[] command = {"-classpath", classPath(jar, library), "com.acme.Main"};
    assertEquals(OPENED, UserProject.java(checkout.root(), variables, command));
    variables.putAll(newer.prod());
    variables.put("COUNTERSIGN_ROOT", ".");
    assertEquals("Secrets[prod] newer k\n", UserProject.java(checkout.root(), variables, command));
  }

  private Path plain() throws Exception {
    return Jars.jar(empty.resolve("app.jar"), store.pack(Jars.files(program)));
  }

  private Path nested(boolean asMaven) throws Exception {
    Path jar = empty.resolve("boot.jar");
    return SpringBootJar.pack(jar, asMaven, store.pack(Jars.files(program)), library);
  }

  private String run(Path... jars) throws Exception {
    return java("-classpath", classPath(jars), "com.acme.Main");
  }

  private static String classPath(Path... jars) {
    String[] paths = new String[jars.length];
    for (int i = 0; i < jars.length; i++) {
      paths[i] = jars[i].toString();
    }
    return UserProject.path(paths);
  }

  private String java(String... arguments) throws Exception {
    Path directory = Files.createDirectories(empty.resolve("here"));
    return UserProject.java(directory, variables, arguments);
  }
}
