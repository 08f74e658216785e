package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentChoiceTest {
  private static final Map<String, EnvironmentType> NAMED = Map.of("eu-west", EnvironmentType.PROD);

  @TempDir Path directory;
  private Root checkout;

  @BeforeEach
  void makeACheckout() throws IOException {
    Files.writeString(directory.resolve("secrets.toml"), "application = \"app\"\n");
    checkout = Root.at(directory);
  }

  @ParameterizedTest
  @CsvSource({
    "prod,prod",
    "production,prod",
    "dev,dev",
    "development,dev",
    "preview,preview",
    "pr,preview",
    "local,local",
    "eu-west,prod@eu-west"
  })
  void variable_namesATypeAnAliasOrAnEnvironment(String chosen, String expected) {
    Host host = host(Map.of("COUNTERSIGN_ENVIRONMENT", chosen), Map.of());
    assertEquals(expected, choose(host, null).toString());
  }

  @Test
  void systemProperty_comesBeforeTheVariable() {
    Host host =
        host(Map.of("COUNTERSIGN_ENVIRONMENT", "prod"), Map.of("countersign.environment", "dev"));
    assertEquals("dev", choose(host, null).toString());
  }

  @Test
  void checkoutWithoutAChoice_isLocal() {
    assertEquals("local", choose(host(Map.of(), Map.of()), checkout).toString());
    assertEquals(
        "local",
        choose(host(Map.of("COUNTERSIGN_ENVIRONMENT", ""), Map.of()), checkout).toString());
  }

  @Test
  void containerWithoutAChoice_isRefusedWithTheVariableToSet() {
    String message = refusal(host(Map.of(), Map.of()), null);
    assertTrue(message.contains("no environment was chosen"), message);
    assertTrue(message.contains("fix: set COUNTERSIGN_ENVIRONMENT=prod"), message);
  }

  @ParameterizedTest
  @CsvSource({"COUNTERSIGN_KEY", "COUNTERSIGN_KEY_FILE", "COUNTERSIGN_KEY_COMMAND"})
  void keyWithoutAChoice_isNeverTakenForLocal(String variable) {
    assertTrue(
        refusal(host(Map.of(variable, "x"), Map.of()), checkout)
            .contains("no environment was chosen"));
  }

  @Test
  void unknownEnvironment_listsTheKnownOnes() {
    String message = refusal(host(Map.of("COUNTERSIGN_ENVIRONMENT", "Prod"), Map.of()), checkout);
    assertTrue(message.contains("there is no environment Prod"), message);
    assertTrue(message.contains("prod, dev, preview, local, eu-west"), message);
  }

  private static Host host(Map<String, String> variables, Map<String, String> properties) {
    return new Host(variables, properties, Path.of("."));
  }

  private static Environment choose(Host host, Root root) {
    return new EnvironmentChoice(host, NAMED).choose(root);
  }

  private static String refusal(Host host, Root root) {
    return assertThrows(SecretsException.class, () -> choose(host, root)).getMessage();
  }
}
