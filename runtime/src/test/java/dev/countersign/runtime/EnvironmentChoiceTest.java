package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentChoiceTest {
  private static final Path CHECKOUT = Path.of("checkout");
  private static final Map<String, EnvironmentType> NAMED = Map.of("eu-west", EnvironmentType.PROD);

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
    assertEquals("local", choose(host(Map.of(), Map.of()), CHECKOUT).toString());
    assertEquals(
        "local",
        choose(host(Map.of("COUNTERSIGN_ENVIRONMENT", ""), Map.of()), CHECKOUT).toString());
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
        refusal(host(Map.of(variable, "x"), Map.of()), CHECKOUT)
            .contains("no environment was chosen"));
  }

  @Test
  void unknownEnvironment_listsTheKnownOnes() {
    String message = refusal(host(Map.of("COUNTERSIGN_ENVIRONMENT", "Prod"), Map.of()), CHECKOUT);
    assertTrue(message.contains("there is no environment Prod"), message);
    assertTrue(message.contains("prod, dev, preview, local, eu-west"), message);
  }

  private static Host host(Map<String, String> variables, Map<String, String> properties) {
    return new Host(variables, properties, Path.of("."));
  }

  private static Environment choose(Host host, Path checkout) {
    return new EnvironmentChoice(host, NAMED).choose(checkout);
  }

  private static String refusal(Host host, Path checkout) {
    return assertThrows(SecretsException.class, () -> choose(host, checkout)).getMessage();
  }
}
