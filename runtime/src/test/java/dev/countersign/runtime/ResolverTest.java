package dev.countersign.runtime;

import static dev.countersign.runtime.Declare.declare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Format;
import dev.countersign.runtime.manifest.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ResolverTest {
  private static final Environment PROD = Environment.of(EnvironmentType.PROD);
  private static final Environment LOCAL = Environment.of(EnvironmentType.LOCAL);

  @Test
  void variable_answersUnderTheSecretsNameAndThenItsEnvNames() {
    Declaration token = declare("Token").env("TOKEN").done();
    assertEquals(
        "env:Token",
        resolver(PROD, Map.of("Token", "a", "TOKEN", "b"), token).get("Token").source());
    assertEquals("env:TOKEN", resolver(PROD, Map.of("TOKEN", "b"), token).get("Token").source());
    assertEquals(
        "b", resolver(PROD, Map.of("Token", "", "TOKEN", "b"), token).get("Token").reveal());
  }

  @Test
  void variableThatTheLocaleCannotExpress_isRefused_asPartsOfItAreLost() {
    Declaration token = declare("Token").env("TOKEN").done();
    Resolver resolver = resolver(PROD, Map.of("TOKEN", "hunter\uFFFD\uFFFD"), token);
    UnresolvedSecretException e =
        assertThrows(UnresolvedSecretException.class, () -> resolver.get("Token"));
    assertTrue(e.getMessage().startsWith("Token from env:TOKEN cannot be used: the locale "));
    assertTrue(e.getMessage().endsWith("\n  fix: set LC_ALL=C.UTF-8 where the program runs"));
    assertFalse(e.getMessage().contains("hunter"), e.getMessage());
  }

  @Test
  void valueThatIsNotAsDeclared_isRefusedAtItsFirstUse() {
    Declaration token = declare("Token").format(Format.HEX).pattern("[0-9a-f]{4}").done();
    SecretValue value = resolver(PROD, Map.of("Token", "hunter2"), token).get("Token");
    assertEquals("env:Token", value.source());
    UnresolvedSecretException e = assertThrows(UnresolvedSecretException.class, value::reveal);
    assertEquals(
        "Token from env:Token does not have the declared format hex",
        e.getMessage().lines().findFirst().orElseThrow());
    assertEquals(List.of("Token"), e.names());
    assertThrows(UnresolvedSecretException.class, value::revealBytes);
    assertThrows(UnresolvedSecretException.class, () -> value.equals(SecretValue.of("x")));
  }

  @Test
  void valueThatDoesNotMatch_isRefusedAtItsFirstUse() {
    Declaration token = declare("Token").pattern("sk_[a-z]+").optional().done();
    SecretValue value = resolver(PROD, Map.of("Token", "hunter2"), token).find("Token");
    String message = assertThrows(UnresolvedSecretException.class, value::revealChars).getMessage();
    assertTrue(
        message.startsWith("Token from env:Token does not match the declared pattern sk_[a-z]+\n"),
        message);
    assertEquals("sk_a", resolver(PROD, Map.of("Token", "sk_a"), token).get("Token").reveal());
  }

  @Test
  void missingSecret_isReportedWithUsersSourcesAndMend() {
    Resolver resolver = resolver(PROD, Map.of(), declare("Token").env("TOKEN").done());
    UnresolvedSecretException e =
        assertThrows(UnresolvedSecretException.class, () -> resolver.get("Token"));
    assertEquals(
        """
        Token has no value for prod
          used by: Client.token
          asked: env:Token, env:TOKEN
          fix: secret set --type prod Token""",
        e.getMessage());
  }

  @Test
  void missingInLocal_offersTheTeamsStoreAndOnesOwnFile() {
    Resolver resolver = resolver(LOCAL, Map.of(), declare("Token").done());
    String message =
        assertThrows(UnresolvedSecretException.class, () -> resolver.get("Token")).getMessage();
    assertTrue(
        message.endsWith(
            "fix: secret set --type local Token, or for you alone: secret set --override Token"),
        message);
  }

  @Test
  void missingInANamedEnvironment_isMendedThere() {
    Resolver resolver =
        resolver(
            new Environment(EnvironmentType.PROD, "eu-west"), Map.of(), declare("Token").done());
    String message =
        assertThrows(UnresolvedSecretException.class, () -> resolver.get("Token")).getMessage();
    assertTrue(message.contains("Token has no value for prod@eu-west"), message);
    assertTrue(message.endsWith("fix: secret set --env eu-west Token"), message);
  }

  @Test
  void externalSecret_isMendedWhereTheProgramRuns() {
    Resolver resolver =
        resolver(
            PROD, Map.of(), declare("Token").env("TOKEN").external(EnvironmentType.PROD).done());
    String message =
        assertThrows(UnresolvedSecretException.class, () -> resolver.get("Token")).getMessage();
    assertTrue(message.endsWith("fix: set the variable TOKEN where the program runs"), message);
  }

  @Test
  void undeclaredName_isRefusedWithTheNearMiss() {
    Resolver resolver = resolver(PROD, Map.of(), declare("GitHubToken").done());
    String message =
        assertThrows(UnresolvedSecretException.class, () -> resolver.get("GitHubTokn"))
            .getMessage();
    assertTrue(message.startsWith("GitHubTokn is not declared"), message);
    assertTrue(message.contains("similar: GitHubToken"), message);
    assertThrows(UnresolvedSecretException.class, () -> resolver.find("not a name"));
  }

  @Test
  void presence_listsEveryNeededSecretAndNoOther() {
    Resolver resolver =
        resolver(
            PROD,
            Map.of("Here", "x"),
            declare("Here").done(),
            declare("Gone").done(),
            declare("GoneToo").done(),
            declare("Optional").optional().done(),
            declare("DevOnly").types(EnvironmentType.DEV).done());
    assertEquals(List.of("Gone", "GoneToo"), resolver.presence().exception().names());
    assertTrue(
        resolver
            .presence()
            .problemText()
            .startsWith("2 secrets are not usable in prod\nGone has no value"));
    assertNull(resolver.find("Optional"));
  }

  @Test
  void secretOfOtherTypes_isToldApartFromAMissingOne() {
    Resolver resolver =
        resolver(PROD, Map.of(), declare("DevOnly").types(EnvironmentType.DEV).done());
    String message =
        assertThrows(UnresolvedSecretException.class, () -> resolver.get("DevOnly")).getMessage();
    assertTrue(message.startsWith("DevOnly is declared for dev only, and this is prod"), message);
  }

  @Test
  void verify_reportsEveryMalformedAndMissingSecretAtOnce_withoutTheValues() {
    Resolver resolver =
        resolver(
            PROD,
            Map.of("Key", "pk_123", "Count", "many", "Fine", "7"),
            declare("Key").pattern("sk_\\w+").done(),
            declare("Count").format(Format.INTEGER).done(),
            declare("Fine").format(Format.INTEGER).done(),
            declare("Gone").done());
    UnresolvedSecretException e = assertThrows(UnresolvedSecretException.class, resolver::verify);
    assertEquals(List.of("Count", "Gone", "Key"), e.names());
    assertTrue(
        e.getMessage().contains("Count from env:Count does not have the declared format integer"),
        e.getMessage());
    assertTrue(
        e.getMessage().contains("Key from env:Key does not match the declared pattern sk_\\w+"),
        e.getMessage());
    assertFalse(e.getMessage().contains("pk_123") || e.getMessage().contains("many"));
  }

  @Test
  void undeclaredNameInAnotherCase_isMendedByWritingIt() {
    Resolver resolver = resolver(PROD, Map.of(), declare("GitHubToken").done());
    String message = refusal(() -> resolver.get("gitHubToken"));
    assertTrue(message.endsWith("fix: write GitHubToken; the case of letters counts"), message);
    assertTrue(refusal(() -> resolver.get("not a name")).contains(SecretName.RULE));
  }

  @Test
  void applicationsDeclaration_winsOverALibrarys() {
    Catalog catalog =
        Declare.catalog(
            Declare.manifest("app", declare("Token").done()),
            Declare.manifest("lib", "library", declare("Token").optional().done()),
            Declare.manifest("lib", "library", declare("LibraryToken").done()));
    assertEquals(
        List.of("LibraryToken", "Token"), catalog.names().stream().map(SecretName::value).toList());
    assertFalse(catalog.require("Token").optional());
  }

  @Test
  void librariesThatDisagree_areRefusedAndBothNamed_unlessTheirWordsDiffer() {
    Manifest app = Declare.manifest("app", declare("Other").done());
    Manifest one = Declare.manifest("one", "one", declare("Token").done());
    Manifest two = Declare.manifest("two", "two", declare("Token").optional().done());
    String message =
        assertThrows(SecretsException.class, () -> Declare.catalog(app, one, two)).getMessage();
    assertTrue(message.startsWith("Token is declared differently in one.jar and two.jar"), message);
    Manifest said = Declare.manifest("two", "two", declare("Token").described("else").done());
    assertEquals(2, Declare.catalog(app, one, said).names().size());
  }

  private static String refusal(Executable executable) {
    return assertThrows(UnresolvedSecretException.class, executable).getMessage();
  }

  private static Resolver resolver(
      Environment environment, Map<String, String> variables, Declaration... declarations) {
    Host host = new Host(variables, Map.of(), Path.of("."));
    return new Resolver(
        environment,
        Declare.catalog(Declare.manifest("app", declarations)),
        List.<SecretProvider>of(new VariableProvider(host)));
  }
}
