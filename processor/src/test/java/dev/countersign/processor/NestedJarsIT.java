package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar of jars, packed as the plugins of Spring Boot do and started by its loader. */
class NestedJarsIT {
  private static final String MAIN =
      """
      @Secret("Token") private SecretValue token;
      public static void main(String[] arguments) {
        Secrets secrets = Secrets.load();
        Main main = new Main();
        secrets.inject(main);
        String key = secrets.create(com.acme.metrics.Keys.All.class).key();
        System.out.println(main.token.reveal() + " " + key);
      }
      """;
  private static final String KEYS =
      """
      @SecretSet public interface All { @Secret("MetricsKey") String key(); }
      """;
  private static final Map<String, String> PROD =
      Map.of("COUNTERSIGN_ENVIRONMENT", "prod", "Token", "t0ken", "MetricsKey", "k3y");

  @TempDir Path directory;
  private Path application;
  private Path library;

  @BeforeEach
  void compile() throws Exception {
    UserProject metrics = new UserProject(directory, "metrics");
    metrics.declare("metrics", "MetricsKey").type("com.acme.metrics.Keys", KEYS);
    library = metrics.compile().jar();
    UserProject shop = new UserProject(directory, "shop");
    shop.declare("shop", "Token").with(library).type("com.acme.Main", MAIN);
    application = shop.compile().jar();
  }

  @Test
  void jarOfMaven_runs() throws Exception {
    assertEquals("t0ken k3y\n", run(pack(true), PROD));
  }

  @Test
  void jarOfGradle_runs() throws Exception {
    assertEquals("t0ken k3y\n", run(pack(false), PROD));
  }

  @Test
  void secretOfANestedLibrary_isNeededAtTheStart() throws Exception {
    Map<String, String> variables = Map.of("COUNTERSIGN_ENVIRONMENT", "prod", "Token", "t0ken");
    String output = run(pack(true), variables);
    assertTrue(output.contains("MetricsKey has no value for prod\n"), output);
    assertTrue(output.contains("used by: Keys.All.key()"), output);
  }

  private Path pack(boolean asMaven) throws IOException {
    Path jar = directory.resolve("boot.jar");
    return SpringBootJar.pack(jar, asMaven, Jars.files(application), library);
  }

  private String run(Path jar, Map<String, String> variables) throws Exception {
    return UserProject.java(directory, variables, "-jar", jar.toString());
  }
}
