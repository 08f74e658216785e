package dev.countersign.runtime;

import static dev.countersign.runtime.Declare.declare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.countersign.runtime.declaration.Declaration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {
  private static final Environment PROD = Environment.of(EnvironmentType.PROD);
  private static final Environment LOCAL = Environment.of(EnvironmentType.LOCAL);

  @TempDir Path directory;
  private final Map<String, String> variables = new HashMap<>();

  @Test
  void winner_isToldWithThoseBeforeAndAfterIt() throws IOException {
    variables.put("TOKEN", "hunter2");
    Files.writeString(directory.resolve(".secrets.local"), "\nToken=hunter2\n");
    assertEquals(
        """
        Token in local comes from env:TOKEN
          400 map: none at map
          300 process environment: has env:TOKEN, which counts
          290 .secrets.local: has .secrets.local:2, which comes too late
          200 mounted files: not asked, no COUNTERSIGN_SECRETS_DIR, CREDENTIALS_DIRECTORY or /run/secrets
          100 store: none at store:local""",
        explain(LOCAL, declare("Token").env("TOKEN").done()).toString());
  }

  @Test
  void missingSecret_isToldWithEveryPlace() {
    variables.put("TOKEN", "");
    Explanation explanation = explain(PROD, declare("Token").env("TOKEN").done());
    assertNull(explanation.source());
    assertEquals("Token in prod is missing", explanation.verdict());
    assertEquals(
        List.of(
            "400 map: none at map",
            "300 process environment: none at env:Token, env:TOKEN (empty)",
            "290 .secrets.local: not asked, counts in local only"),
        explanation.steps().subList(0, 3));
  }

  @Test
  void optionalSecret_needsNoValue() {
    assertEquals(
        "Token in prod has no value, and needs none",
        explain(PROD, declare("Token").optional().done()).verdict());
  }

  @Test
  void providerThatCannotAnswer_stops_andNothingAfterItIsAsked() throws IOException {
    Files.createDirectory(directory.resolve("Token"));
    variables.put("COUNTERSIGN_SECRETS_DIR", directory.toString());
    Explanation explanation = explain(PROD, declare("Token").done());
    assertEquals("Token in prod cannot be had: mounted files stops", explanation.verdict());
    assertEquals(
        List.of(
            "200 mounted files: Token from file:"
                + directory.resolve("Token")
                + " cannot be used: it is a directory\n      fix: mount a file in its place",
            "100 store: not asked, as mounted files stops"),
        explanation.steps().subList(3, 5));
  }

  @Test
  void failureAfterTheWinner_isNotNeeded() throws IOException {
    Files.createDirectory(directory.resolve("Token"));
    variables.put("COUNTERSIGN_SECRETS_DIR", directory.toString());
    variables.put("Token", "x");
    Explanation explanation = explain(PROD, declare("Token").done());
    assertEquals("env:Token", explanation.source());
    assertEquals(
        "200 mounted files: cannot be used, and is not needed", explanation.steps().get(3));
  }

  @Test
  void undeclaredName_isRefusedAsEverywhere() {
    Secrets secrets = secrets(PROD, declare("Token").done());
    assertThrows(UnresolvedSecretException.class, () -> secrets.explain("Tokn"));
  }

  private Explanation explain(Environment environment, Declaration declaration) {
    return secrets(environment, declaration).explain("Token");
  }

  private Secrets secrets(Environment environment, Declaration declaration) {
    Map<String, String> properties =
        Map.of(Host.CONTAINER_SECRETS, directory.resolve("none").toString());
    Host host = new Host(variables, properties, directory);
    Catalog catalog = Declare.catalog(Declare.manifest("app", declaration));
    List<GuardedProvider> own =
        List.of(GuardedProvider.of(SecretProvider.of(Map.of("Other", "x"))));
    Setup setup = new Setup(host, Root.at(directory), environment, catalog, own, Log.ofWarnings());
    return new Secrets(setup.snapshot(), new Modules(List.of()));
  }
}
