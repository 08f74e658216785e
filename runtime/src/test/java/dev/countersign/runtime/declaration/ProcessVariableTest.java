package dev.countersign.runtime.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.countersign.runtime.SecretName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProcessVariableTest {
  @ParameterizedTest
  @CsvSource({
    "GitHubAPIToken,GITHUB_API_TOKEN",
    "GitHubToken,GITHUB_TOKEN",
    "MyGitHubToken,MY_GITHUB_TOKEN",
    "StripeKey,STRIPE_KEY",
    "stripeKey,STRIPE_KEY",
    "stripe_key,STRIPE_KEY",
    "DBPassword,DB_PASSWORD",
    "MySQLPassword,MYSQL_PASSWORD",
    "OAuth2ClientSecret,OAUTH2_CLIENT_SECRET",
    "S3AccessKey,S3_ACCESS_KEY",
    "Base64Key,BASE64_KEY",
    "Key2,KEY2",
    "APIKey2Old,API_KEY2_OLD",
    "Token,TOKEN",
    "_Private_Key,PRIVATE_KEY",
    "GitHubsKey,GIT_HUBS_KEY",
    "OpenAIKey,OPENAI_KEY",
  })
  void proposal_isUpperCaseWithTheWordsApart(String name, String variable) {
    assertEquals(variable, propose(name));
  }

  @ParameterizedTest
  @CsvSource({"STRIPE_KEY", "A", "KEY2"})
  void proposalEqualToTheName_isLeftOut(String name) {
    assertNull(propose(name));
  }

  @ParameterizedTest
  @CsvSource({"Path", "ldPreload", "CountersignKey", "javaToolOptions", "Home_"})
  void proposalOfTheSystems_isLeftOut(String name) {
    assertNull(propose(name));
  }

  @ParameterizedTest
  @CsvSource({"_", "_1"})
  void proposalThatIsNoName_isLeftOut(String name) {
    assertNull(propose(name));
  }

  @Test
  void proposalThatAnotherSecretHas_isLeftOut() {
    assertNull(propose("StripeKey", declaration("STRIPE_KEY")));
    assertNull(propose("StripeKey", declaration("Other", "STRIPE_KEY")));
    assertNull(propose("StripeKey", declaration("Other", "stripe_key")));
    assertEquals("STRIPE_KEY", propose("StripeKey", declaration("Other", "STRIPE_KEY_2")));
    assertEquals("STRIPE_KEY", propose("StripeKey", declaration("StripeKey", "STRIPE_KEY")));
  }

  private static @Nullable String propose(String name, Declaration... others) {
    Map<SecretName, Declaration> secrets = new HashMap<>();
    for (Declaration other : others) {
      secrets.put(other.name(), other);
    }
    return ProcessVariable.propose(
        new SecretName(name), new Declarations("a", secrets, Map.of(), List.of("")));
  }

  private static Declaration declaration(String name, String... env) {
    Declaration plain = Declaration.of(new SecretName(name));
    return new Declaration(
        plain.name(),
        plain.description(),
        List.of(env),
        plain.types(),
        plain.pattern(),
        plain.minVersions(),
        plain.format(),
        plain.optional(),
        plain.external(),
        plain.directory());
  }
}
