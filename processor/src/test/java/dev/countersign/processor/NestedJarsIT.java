package dev.countersign.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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

  /**
   * Maven's plugin moves all but META-INF below BOOT-INF/classes, and of that only the services.
   */
  private Path pack(boolean asMaven) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (String directory : new String[] {"BOOT-INF/", "BOOT-INF/classes/", "BOOT-INF/lib/"}) {
      files.put(directory, new byte[0]);
    }
    Jars.files(application)
        .forEach(
            (name, bytes) -> {
              boolean stays = asMaven && name.startsWith("META-INF/countersign/");
              files.put(stays ? name : "BOOT-INF/classes/" + name, bytes);
            });
    files.put("BOOT-INF/lib/metrics.jar", Files.readAllBytes(library));
    for (String path : Workspace.userClassPath().split(File.pathSeparator, -1)) {
      files.put("BOOT-INF/lib/" + Path.of(path).getFileName(), Files.readAllBytes(Path.of(path)));
    }
    Jars.files(loader()).forEach(files::putIfAbsent);
    String manifest =
        """
        Manifest-Version: 1.0
        Main-Class: org.springframework.boot.loader.launch.JarLauncher
        Start-Class: com.acme.Main
        Spring-Boot-Classes: BOOT-INF/classes/
        Spring-Boot-Lib: BOOT-INF/lib/
        """;
    files.put("META-INF/MANIFEST.MF", manifest.getBytes(UTF_8));
    return Jars.jar(directory.resolve("boot.jar"), files);
  }

  private static Path loader() {
    for (String path : Workspace.classPath().split(File.pathSeparator, -1)) {
      if (path.contains("spring-boot-loader")) {
        return Path.of(path);
      }
    }
    throw new AssertionError("the loader is not on the class path of the tests");
  }

  private String run(Path jar, Map<String, String> variables) throws Exception {
    return UserProject.java(directory, variables, "-jar", jar.toString());
  }
}
