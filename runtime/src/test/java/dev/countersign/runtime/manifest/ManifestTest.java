package dev.countersign.runtime.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.declaration.Declarations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestTest {
  private static final String EXPECTED =
      """
      {
        "format": 1,
        "id": "payments-target-classes",
        "digest": "0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f",
        "application": "payments",
        "directories": ["", "../shared"],
        "environments": {
          "eu-west": "prod",
          "us": "dev"
        },
        "secrets": {
          "GitHubToken": {},
          "StripeKey": {
            "description": "the \\"key\\"\\nof Stripe, é",
            "env": ["STRIPE_KEY", "STRIPE"],
            "types": ["prod", "preview"],
            "pattern": "sk_(live|test)_\\\\w+",
            "minVersions": {
              "prod": 4,
              "preview": 2
            },
            "format": "uri",
            "external": ["prod"]
          },
          "WebhookKey": {
            "format": "private-key",
            "optional": true,
            "directory": "../shared"
          }
        },
        "classes": [
          {
            "name": "acme.Client",
            "kind": "injected",
            "module": "acme.Module",
            "uses": [
              {
                "secret": "GitHubToken",
                "member": "token",
                "type": "SecretValue",
                "optional": false,
                "static": true
              }
            ]
          },
          {
            "name": "acme.Outer$Set",
            "kind": "set",
            "module": "acme.Module",
            "uses": [
              {
                "secret": "StripeKey",
                "member": "stripeKey()",
                "type": "Optional<String>",
                "optional": true,
                "static": false
              }
            ]
          }
        ]
      }
      """;

  @Test
  void manifest_isWrittenSortedAndWithoutDefaults() {
    assertEquals(EXPECTED, Samples.manifest().toJson());
  }

  @Test
  void manifest_isReadBackEqual() throws ManifestFormatException {
    Manifest read = Manifest.parse("m.json", Samples.manifest().toJson());
    assertEquals(Samples.manifest(), read);
    assertEquals(Samples.manifest().hashCode(), read.hashCode());
    assertEquals(EXPECTED, read.toJson());
  }

  @Test
  void manifestWithoutAnything_isReadBackEqual() throws ManifestFormatException {
    Manifest empty =
        new Manifest("a", new Declarations("a", Map.of(), Map.of(), List.of("")), "", List.of());
    assertEquals(empty, Manifest.parse("m.json", empty.toJson()));
  }

  @Test
  void newerFormat_isRefusedAsSuch() {
    assertEquals(
        "m.json: made by a newer Countersign (format 2, this one reads 1); use the"
            + " countersign-runtime and secret of its version",
        refusal(EXPECTED.replace("\"format\": 1", "\"format\": 2")));
  }

  @Test
  void newerFormat_isRefusedBeforeAnythingElseIsRead() {
    assertTrue(refusal("{\"format\": 7, \"classes\": 1}").contains("made by a newer Countersign"));
  }

  @Test
  void unknownKeys_arePassedOver() throws ManifestFormatException {
    assertEquals(
        Samples.manifest(),
        Manifest.parse("m.json", EXPECTED.replace("{}", "{\"later\": [{\"x\": null}]}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"format\": 1 | \"format\": \"1\" | format is not a number from 1 to 2147483647",
        "\"format\": 1 | \"format\": 0 | format is not a number from 1 to 2147483647",
        "\"format\": 1 | \"x\": 1 | format is not a number from 1 to 2147483647",
        "\"id\": | \"x\": | id is not a string",
        "\"digest\": | \"x\": | digest is not a string",
        "\"payments\" | 1 | application is not a string",
        "[\"\", \"../shared\"] | [1] | directories is not a list of strings",
        "[\"\", \"../shared\"] | {} | directories is not a list",
        "\"eu-west\": \"prod\" | \"eu-west\": \"qa\" | environments.eu-west is not an environment type",
        "\"GitHubToken\": {} | \"Git-Hub\": {} | secrets.Git-Hub is not a secret name",
        "\"GitHubToken\": {} | \"GitHubToken\": 1 | secrets.GitHubToken is not an object",
        "\"optional\": true | \"optional\": 1 | secrets.WebhookKey.optional is not true or false",
        "\"private-key\" | \"x\" | secrets.WebhookKey.format is not one that this version knows",
        "\"prod\": 4 | \"prod\": 0 | secrets.StripeKey.minVersions.prod is not a number from 1 to"
            + " 2147483647",
        "\"prod\": 4 | \"x\": 4 | secrets.StripeKey.minVersions.x is not an environment type",
        "[\"prod\", \"preview\"] | [\"x\"] | secrets.StripeKey.types is not an environment type",
        "\"injected\" | \"x\" | classes.kind is not one that this version knows",
        "\"secret\": \"StripeKey\" | \"secret\": \"a b\" | classes.uses.secret is not a secret name",
        "\"static\": true | \"static\": \"x\" | classes.uses.static is not true or false",
      })
  void valueOfAnotherKind_isRefusedByItsPath(String from, String to, String fact) {
    assertEquals("m.json: " + fact + "; compile again", refusal(EXPECTED.replace(from, to)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "null", "\"x\""})
  void valueThatIsNoObject_isRefused(String json) {
    assertEquals("m.json: this is not a manifest; compile again", refusal(json));
  }

  @Test
  void truncatedManifest_isRefusedAtEveryLength() {
    for (int length = 0; length < EXPECTED.length() - 1; length++) {
      assertFalse(refusal(EXPECTED.substring(0, length)).isEmpty());
    }
  }

  @Test
  void simpleName_isTheNameInSource() {
    assertEquals("Outer.Set", Samples.manifest().classes().get(1).simpleName());
    assertEquals(
        "Plain", new SecretClass("Plain", SecretClass.Kind.SET, "M", List.of()).simpleName());
  }

  private static String refusal(String json) {
    return String.valueOf(
        assertThrows(ManifestFormatException.class, () -> Manifest.parse("m.json", json))
            .getMessage());
  }
}
