package dev.countersign.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One expected file for each shape of what is generated, beside the source it comes from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTest {
  private Workspace project;

  @BeforeAll
  void compileThem(@TempDir Path root) throws Exception {
    project = new Workspace(root).file("secrets.toml", resource("golden/secrets.toml"));
    project.source("com/acme/Client", resource("golden/Client.java"));
    project.source("com/acme/Keys", resource("golden/Keys.java"));
    project.source("com/acme/Options", resource("golden/Options.java"));
    project.source("com/acme/Mailer", resource("golden/Mailer.java"));
    project.source("com/acme/Deployer", resource("golden/Deployer.java"));
    project.source("com/acme/Settings", resource("golden/Settings.java"));
    project
        .compile("-Acountersign.missing=off", "-Acountersign.names=com.acme.SecretNames")
        .orFail();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SecretInjectors_shop_build_classes.java",
        "Keys_Secrets.java",
        "Options_Secrets.java",
        "Mailer_Factory.java",
        "Deployer_Factory.java",
        "SecretNames.java",
        "SecretModule_shop_build_classes.java"
      })
  void generatedClass_isAsExpected(String name) throws Exception {
    assertEquals(resource("golden/expected/" + name), project.read("com/acme/" + name));
  }

  @Test
  void manifest_isAsExpected() throws Exception {
    assertEquals(
        resource("golden/expected/shop_build_classes.json"),
        project.read("META-INF/countersign/shop_build_classes.json"));
  }

  private static String resource(String name) throws Exception {
    try (InputStream in = GoldenTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("there is no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
