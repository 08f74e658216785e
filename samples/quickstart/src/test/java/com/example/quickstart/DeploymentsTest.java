package com.example.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.runtime.Secrets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an application tests code that needs secrets: with a map, and nothing around it. */
class DeploymentsTest {
  @ParameterizedTest
  @CsvSource({
    "demo-token-1, demo-key-1, 200, deployed it",
    "wrong, demo-key-1, 401, wrong token",
    "demo-token-1, wrong, 403, wrong signature"
  })
  void serverAnswers_toTheSecretsInTheRequest(String token, String key, int status, String answer)
      throws Exception {
    Secrets secrets = Secrets.of(Map.of("GitHubAPIToken", token, "WebhookKey", key));
    try (DeploymentServer server = new DeploymentServer()) {
      var deployments = new Deployments(server.address(), secrets.create(AppSecrets.class));
      var response = deployments.deploy("it");
      assertEquals(status, response.statusCode());
      assertEquals(answer, response.body());
    }
  }

  @Test
  void generatedSet_printsNoValue() {
    Secrets secrets = Secrets.of(Map.of("GitHubAPIToken", "abc", "WebhookKey", "def"));
    assertEquals("AppSecrets[redacted]", secrets.create(AppSecrets.class).toString());
  }
}
