package dev.countersign.runtime.manifest;

import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.declaration.Format;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Manifests to test with; each call builds its own. */
final class Samples {
  private Samples() {}

  static Manifest manifest() {
    return new Manifest("payments-target-classes", declarations(), "0f".repeat(32), classes());
  }

  private static Declarations declarations() {
    Map<SecretName, Declaration> secrets = new HashMap<>();
    for (Declaration one : List.of(stripe(), token(), shared())) {
      secrets.put(one.name(), one);
    }
    return new Declarations(
        "payments",
        secrets,
        Map.of("us", EnvironmentType.DEV, "eu-west", EnvironmentType.PROD),
        List.of("", "../shared"));
  }

  private static Declaration stripe() {
    return new Declaration(
        new SecretName("StripeKey"),
        "the \"key\"\nof Stripe, é",
        List.of("STRIPE_KEY", "STRIPE"),
        Set.of(EnvironmentType.PREVIEW, EnvironmentType.PROD),
        "sk_(live|test)_\\w+",
        Map.of(EnvironmentType.PREVIEW, 2, EnvironmentType.PROD, 4),
        Format.URI,
        false,
        Set.of(EnvironmentType.PROD),
        "");
  }

  private static Declaration token() {
    return Declaration.of(new SecretName("GitHubToken"));
  }

  private static Declaration shared() {
    return new Declaration(
        new SecretName("WebhookKey"),
        null,
        List.of(),
        EnumSet.allOf(EnvironmentType.class),
        null,
        Map.of(),
        Format.PRIVATE_KEY,
        true,
        Set.of(),
        "../shared");
  }

  private static List<SecretClass> classes() {
    SecretUse key =
        new SecretUse(new SecretName("StripeKey"), "stripeKey()", "Optional<String>", true, false);
    SecretUse token =
        new SecretUse(new SecretName("GitHubToken"), "token", "SecretValue", false, true);
    return List.of(
        new SecretClass("acme.Outer$Set", SecretClass.Kind.SET, "acme.Module", List.of(key)),
        new SecretClass("acme.Client", SecretClass.Kind.INJECTED, "acme.Module", List.of(token)));
  }
}
