package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.DeclarationsDigest;
import dev.countersign.runtime.manifest.Manifest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadingTest {
  @TempDir Path directory;

  @Test
  void prodWithoutItsSecrets_doesNotStart_andNamesThemAll() {
    UnresolvedSecretException e =
        assertThrows(
            UnresolvedSecretException.class, () -> load(Map.of("COUNTERSIGN_ENVIRONMENT", "prod")));
    assertEquals(List.of("Other", "Token"), e.names());
    assertTrue(e.getMessage().startsWith("2 secrets are not usable in prod\n"), e.getMessage());
  }

  @Test
  void typeThatNeedsLess_startsWithLess() {
    Secrets secrets = load(Map.of("COUNTERSIGN_ENVIRONMENT", "dev", "TOKEN", "x"));
    assertEquals("x", secrets.get("Token").reveal());
    assertEquals("Secrets[dev]", secrets.toString());
  }

  @Test
  void namedEnvironment_isKnownFromTheManifest() {
    Map<String, String> variables =
        Map.of("COUNTERSIGN_ENVIRONMENT", "eu-west", "Token", "x", "Other", "y");
    assertEquals("Secrets[prod@eu-west]", load(variables).toString());
  }

  @Test
  void localCheckout_startsWithoutValues_andStopsOnlyWhatUsesThem() throws IOException {
    Files.writeString(directory.resolve("secrets.toml"), "application = \"app\"\n");
    Secrets secrets = load(Map.of("Other", "y"));
    assertEquals("y", secrets.get("Other").reveal());
    assertThrows(UnresolvedSecretException.class, () -> secrets.get("Token"));
  }

  @Test
  void declarationsEditedAfterCompiling_areOneWarningInLocal() throws IOException {
    List<FoundManifest> manifests = List.of(compiled("app"), compiled("app"), compiled("lib"));
    Path file = Files.writeString(directory.resolve("secrets.toml"), "application = \"app\"\n");
    assertNull(StaleManifests.warning(directory, manifests));
    Files.writeString(file, "[secrets.New]\n", StandardOpenOption.APPEND);
    assertEquals(
        file
            + " is not what these were compiled with: app.jar, app.jar"
            + "\n  what is declared is what it was then"
            + "\n  fix: compile again, such as: mvn compile",
        StaleManifests.warning(directory, manifests));
    assertNull(StaleManifests.warning(null, manifests), "no checkout");
    Files.delete(file);
    assertNull(StaleManifests.warning(directory, manifests));
  }

  /** Returns a manifest that was compiled with {@code application = "app"} and nothing else. */
  private static FoundManifest compiled(String application) {
    byte[] declarations = "application = \"app\"\n".getBytes(StandardCharsets.UTF_8);
    Manifest manifest = Declare.manifest(application, application);
    return new FoundManifest(
        application + ".jar",
        new Manifest(
            manifest.id(),
            manifest.declarations(),
            DeclarationsDigest.of(declarations),
            manifest.classes()));
  }

  @Test
  void noCheckoutAndNoChoice_isRefused() {
    assertThrows(SecretsException.class, () -> load(Map.of("Token", "x", "Other", "y")));
  }

  @Test
  void moduleWithoutItsManifest_isRefusedWithTheMend() {
    Host host = new Host(Map.of("COUNTERSIGN_ENVIRONMENT", "dev"), Map.of(), directory);
    Modules modules = new Modules(List.of(new EmptyModule("nowhere")));
    String message =
        assertThrows(SecretsException.class, () -> Loading.load(host, modules)).getMessage();
    assertTrue(message.contains("META-INF/countersign/nowhere.json is missing"), message);
    assertTrue(message.contains("fix: "), message);
  }

  @Test
  void overrideFileThatIsMalformed_isRefusedWithItsLine() throws IOException {
    Files.writeString(directory.resolve("secrets.toml"), "application = \"app\"\n");
    Files.writeString(directory.resolve(".secrets.local"), "Token=x\nhunter2\n");
    String message = assertThrows(SecretsException.class, () -> load(Map.of())).getMessage();
    assertTrue(message.contains(".secrets.local") && message.contains("2"), message);
    assertFalse(message.contains("hunter2"), message);
  }

  @Test
  void overrideFileThatCannotBeRead_isRefused() throws IOException {
    Files.writeString(directory.resolve("secrets.toml"), "application = \"app\"\n");
    Files.createDirectory(directory.resolve(".secrets.local"));
    String message = assertThrows(SecretsException.class, () -> load(Map.of())).getMessage();
    assertTrue(message.contains(".secrets.local"), message);
  }

  @Test
  void serviceEntryOfAClassThatIsGone_isMendedByACleanBuild() throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(services.resolve(SecretModule.class.getName()), "a.Gone\n");
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {directory.toUri().toURL()}, SecretModule.class.getClassLoader())) {
      String message =
          assertThrows(SecretsException.class, () -> Modules.find(loader)).getMessage();
      assertTrue(message.contains("a.Gone"), message);
      assertTrue(message.endsWith("fix: clean and build again"), message);
    }
  }

  @Test
  void twoModulesOfOneId_areRefusedAndBothNamed() throws IOException {
    URL one = jarWithManifest("one", "00");
    URL other = jarWithManifest("other", "11");
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {one, other}, SecretModule.class.getClassLoader())) {
      SecretModule module =
          (SecretModule)
              Proxy.newProxyInstance(
                  loader, new Class<?>[] {SecretModule.class}, (proxy, method, args) -> "twice");
      String message =
          assertThrows(SecretsException.class, () -> ManifestResources.read(List.of(module)))
              .getMessage();
      assertTrue(message.startsWith("two modules have the id twice"), message);
      assertTrue(message.contains("/one/") && message.contains("/other/"), message);
    }
  }

  private URL jarWithManifest(String name, String digest) throws IOException {
    Path manifests = Files.createDirectories(directory.resolve(name + "/META-INF/countersign"));
    String json =
        Declare.manifest("twice", name, new Declaration[0])
            .toJson()
            .replace("\"00\"", '"' + digest + '"');
    Files.writeString(manifests.resolve("twice.json"), json);
    return directory.resolve(name).toUri().toURL();
  }

  private Secrets load(Map<String, String> variables) {
    return Loading.load(
        new Host(variables, Map.of(), directory),
        new Modules(List.of(new EmptyModule("loading_test"), new EmptyModule("loading_test"))));
  }
}
