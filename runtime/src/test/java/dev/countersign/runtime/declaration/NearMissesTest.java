package dev.countersign.runtime.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearMissesTest {
  @ParameterizedTest
  @CsvSource({
    "GitHubAPIToken,GitHubToken",
    "GitHubToken,GitHubAPIToken",
    "GitHubDeployAPIToken,GitHubToken",
    "GithubToken,GitHubToken",
    "GITHUB_TOKEN,GitHubToken",
    "git-hub-token,GitHubToken",
    "GitHubTokne,GitHubToken",
    "GitHubTokens,GitHubToken",
    "GitHbToken,GitHubToken",
    "TokenGitHub,GitHubToken",
    "StripeKey,StripeWebhookKey",
    "APIKey,StripeAPIKey",
    "StripKey,StripeKey",
    "optinal,optional",
    "min_version,min-version",
    "prd,prod",
    "Key1,Key2",
  })
  void namesThatResemble_areFound(String name, String meant) {
    assertEquals(List.of(meant), NearMisses.of(name, List.of("Unrelated", meant, "Other")));
  }

  @ParameterizedTest
  @CsvSource({
    "GitHubToken,StripeKey",
    "StripeKey,SigningKey",
    "DevKey,DBKey",
    "Token,GitHubToken",
    "DatabasePassword,WebhookKey",
    "Key,Token",
    "a,b",
    "foo,format",
    "zzz,env",
  })
  void namesThatDoNot_areNot(String name, String other) {
    assertEquals(List.of(), NearMisses.of(name, List.of(other)));
  }

  @Test
  void nearest_comesFirstAndAtMostThree() {
    assertEquals(
        List.of("githubtoken", "GITHUB_TOKEN", "GitHubTokem"),
        NearMisses.of(
            "GitHubToken",
            List.of("GitHubDeployToken", "GitHubTokem", "GITHUB_TOKEN", "githubtoken", "Other")));
  }

  @Test
  void equallyNear_areInOrderOfNameWhateverTheOrderGiven() {
    List<String> expected = List.of("Tokena", "Tokenb", "Tokenc");
    assertEquals(expected, NearMisses.of("Token", List.of("Tokenc", "Tokend", "Tokena", "Tokenb")));
    assertEquals(expected, NearMisses.of("Token", List.of("Tokena", "Tokenb", "Tokenc", "Tokend")));
  }

  @Test
  void nameItself_isNoNearMiss() {
    assertEquals(List.of(), NearMisses.of("Token", List.of("Token")));
    assertEquals(List.of(), NearMisses.of("Token", List.of()));
    assertEquals(List.of(), NearMisses.of("", List.of("Token")));
  }

  @Test
  void tenThousandNames_takeLittleTime() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      names.add("ServiceNumber" + i + "AccessToken");
    }
    assertTimeout(Duration.ofSeconds(5), () -> NearMisses.of("ServiceNumber77AccesToken", names));
  }
}
