package dev.countersign.runtime.declaration;

import static dev.countersign.runtime.declaration.ReadToml.problems;
import static dev.countersign.runtime.declaration.ReadToml.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeclarationsReaderTest {
  private static final String WHOLE =
      """
      application = "payments"
      extends = ["../shared"]

      [secrets.GitHubAPIToken]
      description = "Personal access token"
      env = ["GITHUB_API_TOKEN"]

      [secrets.StripeKey]
      types = ["prod", "preview"]
      pattern = "sk_(live|test)_\\\\w+"
      min-version = { prod = 4 }

      [secrets.WebhookKey]
      format = "private-key"
      optional = true

      [secrets.DatabasePassword]
      external = ["prod"]

      [environments]
      eu-west = "prod"
      """;

  @Test
  void textOnWhichTheParserFails_isAProblemLikeAnyOther() {
    assertEquals(
        List.of("secrets.toml: this is not TOML: look for a bracket, brace or quote left open"),
        problems("n={d,#\r]"));
  }

  @Test
  void everyKey_isRead() {
    DeclarationsFile file = read(WHOLE);
    assertEquals("payments", file.application());
    assertEquals(List.of("../shared"), file.extended().stream().map(Located::value).toList());
    assertEquals(4, file.secrets().size());
    assertEquals(
        Map.of("eu-west", new Located<>(EnvironmentType.PROD, new Place("secrets.toml", 21, 1))),
        file.environments());
  }

  @Test
  void secret_isReadWithAllItSays() {
    Declaration stripe = secret(read(WHOLE), "StripeKey");
    assertEquals(Set.of(EnvironmentType.PROD, EnvironmentType.PREVIEW), stripe.types());
    assertEquals("sk_(live|test)_\\w+", stripe.pattern());
    assertEquals(Map.of(EnvironmentType.PROD, 4), stripe.minVersions());
    assertEquals(Format.PRIVATE_KEY, secret(read(WHOLE), "WebhookKey").format());
    assertTrue(secret(read(WHOLE), "WebhookKey").optional());
    assertEquals(Set.of(EnvironmentType.PROD), secret(read(WHOLE), "DatabasePassword").external());
    assertEquals(List.of("GITHUB_API_TOKEN"), secret(read(WHOLE), "GitHubAPIToken").env());
    assertEquals("Personal access token", secret(read(WHOLE), "GitHubAPIToken").description());
  }

  @Test
  void secretWithoutKeys_hasTheDefaults() {
    Declaration token = secret(read("application = \"a\"\n[secrets.Token]\n"), "Token");
    assertEquals(Declaration.of(new SecretName("Token")), token);
    assertEquals(EnumSet.allOf(EnvironmentType.class), token.types());
    assertEquals(Format.TEXT, token.format());
    assertFalse(token.optional());
  }

  @Test
  void aliasesOfTypes_areAccepted() {
    String toml = "application = \"a\"\n[secrets.T]\ntypes = [\"production\", \"pr\"]\n";
    assertEquals(
        Set.of(EnvironmentType.PROD, EnvironmentType.PREVIEW), secret(read(toml), "T").types());
  }

  @Test
  void carriageReturns_areAccepted() {
    DeclarationsFile file = read(WHOLE.replace("\n", "\r\n"));
    assertEquals("payments", file.application());
    assertEquals(4, file.secrets().size());
  }

  @Test
  void dottedKeysAndInlineTables_readAlike() {
    String dotted = "application = \"a\"\nsecrets.Token.env = [\"MY_TOKEN\"]\n";
    String inline = "application = \"a\"\nsecrets = { Token = { env = [\"MY_TOKEN\"] } }\n";
    assertEquals(secret(read(dotted), "Token"), secret(read(inline), "Token"));
    assertEquals(List.of("MY_TOKEN"), secret(read(dotted), "Token").env());
  }

  @Test
  void everyProblem_isReportedAtOnceInOrder() {
    assertEquals(
        List.of(
            "secrets.toml:1:15: \"Payments\" is not the name of an application: "
                + ApplicationName.RULE,
            "secrets.toml:2:1: unknown key foo: known are application, extends, secrets,"
                + " environments",
            "secrets.toml:4:1: unknown key optinal: did you mean optional",
            "secrets.toml:6:1: \"EU\" is not the name of an environment: " + ApplicationName.RULE),
        problems(
            """
            application = "Payments"
            foo = 1
            [secrets.T]
            optinal = true
            [environments]
            EU = "prod"
            """));
  }

  private static Declaration secret(DeclarationsFile file, String name) {
    for (DeclaredSecret secret : file.secrets()) {
      if (secret.declaration().name().value().equals(name)) {
        return secret.declaration();
      }
    }
    throw new AssertionError(name + " was not read");
  }
}
