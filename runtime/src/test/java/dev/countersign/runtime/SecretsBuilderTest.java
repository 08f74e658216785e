package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program chooses itself, and the providers on its class path. */
class SecretsBuilderTest {
  private static final Map<String, String> BOTH = Map.of("Token", "map", "Other", "map");

  @TempDir Path root;

  /** Found through the service file that a test writes. */
  public static final class Found implements SecretProvider {
    @Override
    public SecretValue find(SecretRequest request) {
      return SecretValue.of("found");
    }

    @Override
    public String name() {
      return "found";
    }
  }

  /** Fails before it can say anything. */
  public static final class Unmakeable implements SecretProvider {
    /** Always fails. */
    public Unmakeable() {
      throw new IllegalStateException("hunter2");
    }

    @Override
    public SecretValue find(SecretRequest request) {
      return null;
    }

    @Override
    public String name() {
      return "unmakeable";
    }
  }

  @Test
  void environment_isChosenWhateverTheVariableSays() {
    SecretsBuilder builder = Secrets.builder().environment("eu-west");
    builder.with(SecretProvider.of(BOTH));
    assertEquals("Secrets[prod@eu-west]", load(builder).toString());
    assertThrows(IllegalArgumentException.class, () -> builder.environment(""));
    String message =
        assertThrows(SecretsException.class, () -> load(builder.environment("prd"))).getMessage();
    assertTrue(message.startsWith("there is no environment prd\n"), message);
    assertTrue(
        message.contains("fix: set -Dcountersign.environment, or environment(…) of"), message);
  }

  @Test
  void root_isChosenWhateverTheVariableSays() throws Exception {
    Path chosen = Files.createDirectories(root.resolve("chosen"));
    SealedProject project = new SealedProject(chosen);
    Host host = new Host(project.variables, Map.of("countersign.root", root.toString()), root);
    SecretsBuilder builder = Secrets.builder().root(chosen);
    Secrets secrets = builder.load(host, new Modules(List.of(new EmptyModule("loading_test"))));
    assertEquals(SealedProject.TOKEN, secrets.get("Token").reveal());
  }

  @Test
  void ordinalGivenToTheBuilder_takesThePlaceOfItsOwn() {
    SecretsBuilder builder = Secrets.builder().with(SecretProvider.of(BOTH), 299);
    Host host = new Host(variables("TOKEN", "variable"), Map.of(), root);
    Secrets secrets = builder.load(host, new Modules(List.of(new EmptyModule("loading_test"))));
    assertEquals("variable", secrets.get("Token").reveal());
    assertEquals("map", secrets.get("Other").reveal());
  }

  @Test
  void providerOnTheClassPath_isAskedBeforeWhatIsBuiltIn_andAfterWhatIsGiven() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = loaderWith(Found.class.getName())) {
      thread.setContextClassLoader(loader);
      Secrets secrets = load(Secrets.builder().with(SecretProvider.of(Map.of("Token", "map"))));
      assertEquals("map", secrets.get("Token").reveal());
      assertEquals("found", secrets.get("Other").source());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void providerThatIsNotThereOrCannotBeMade_isRefused() throws Exception {
    try (URLClassLoader loader = loaderWith("a.Gone")) {
      String message =
          assertThrows(SecretsException.class, () -> FoundProviders.find(loader)).getMessage();
      assertTrue(message.contains("a.Gone"), message);
      assertTrue(message.contains("fix: put it on the class path, or take it out of "), message);
    }
    SecretsException notThere =
        ProviderFailure.ofService(
            new ServiceConfigurationError(
                "a.Gone not found", new ClassNotFoundException("a.Gone")));
    assertTrue(notThere.getMessage().contains("a.Gone not found\n  fix: put it on the class path"));
    try (URLClassLoader loader = loaderWith(Unmakeable.class.getName())) {
      String message =
          assertThrows(SecretsException.class, () -> FoundProviders.find(loader)).getMessage();
      assertTrue(message.contains(Unmakeable.class.getName()), message);
      assertFalse(message.contains("hunter2"), message);
    }
  }

  private URLClassLoader loaderWith(String provider) throws IOException {
    Path directory = Files.createDirectories(root.resolve("services-of-" + provider));
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(services.resolve(SecretProvider.class.getName()), provider + "\n");
    return new URLClassLoader(
        new URL[] {directory.toUri().toURL()}, SecretProvider.class.getClassLoader());
  }

  private Secrets load(SecretsBuilder builder) {
    Host host = new Host(variables("Other", ""), Map.of(), root);
    return builder.load(host, new Modules(List.of(new EmptyModule("loading_test"))));
  }

  private static Map<String, String> variables(String name, String value) {
    return Map.of("COUNTERSIGN_ENVIRONMENT", "prod", name, value);
  }
}
