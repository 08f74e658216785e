package dev.countersign.runtime;

import static dev.countersign.runtime.Declare.declare;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsReportTest {
  private static final Environment PROD = Environment.of(EnvironmentType.PROD);

  @TempDir Path directory;

  @Test
  void everyStatus_isInOneReport_andVerifyThrowsItsProblems() throws IOException {
    Files.createDirectory(directory.resolve("Broken"));
    Secrets secrets =
        secrets(
            Map.of(
                "TOKEN", "hunter2", "Count", "hunter2", "COUNTERSIGN_SECRETS_DIR", text(directory)),
            declare("Token").env("TOKEN").done(),
            declare("Broken").done(),
            declare("Count").format(Format.INTEGER).done(),
            declare("Gone").done(),
            declare("Spare").optional().done());
    SecretsReport report = secrets.report();
    assertEquals(
        """
        secrets of prod
          Broken unusable
          Count malformed, env:Count
          Gone missing
          Spare absent
          Token usable, env:TOKEN
        """
            + verified(secrets),
        report.toString());
    assertFalse(report.isSound());
    assertEquals(List.of("Client.token"), report.secrets().get(4).users());
    assertFalse(report.toString().contains("hunter2") || report.toJson().contains("hunter2"));
  }

  private static String verified(Secrets secrets) {
    UnresolvedSecretException e = assertThrows(UnresolvedSecretException.class, secrets::verify);
    assertEquals(List.of("Broken", "Count", "Gone"), e.names());
    assertTrue(e.getMessage().startsWith("3 secrets are not usable in prod\nBroken from file:"));
    return e.getMessage();
  }

  @Test
  void json_hasWhatAHealthEndpointShows() {
    Secrets secrets =
        secrets(
            Map.of("TOKEN", "hunter2"),
            declare("Token").env("TOKEN").done(),
            declare("Gone").done());
    assertEquals(
        """
        {
          "environment": "prod",
          "sound": false,
          "secrets": [
            {
              "name": "Gone",
              "status": "missing",
              "problem": "Gone has no value for prod\\n  asked: env:Gone, store (no secrets.toml and no secrets/ were found)\\n  fix: secret set --type prod Gone, then pack the store into the application or set COUNTERSIGN_ROOT"
            },
            {
              "name": "Token",
              "status": "usable",
              "source": "env:TOKEN",
              "users": ["Client.token"]
            }
          ]
        }
        """,
        secrets.report().toJson());
  }

  @Test
  void soundReport_says_so() {
    SecretsReport report = secrets(Map.of("Token", "x"), declare("Token").done()).report();
    assertTrue(report.isSound());
    assertEquals(PROD, report.environment());
    assertEquals(List.of(), report.problems());
    assertEquals("secrets of prod\n  Token usable, env:Token", report.toString());
  }

  @Test
  void presence_opensNothing() {
    Secrets secrets = secrets(Map.of("Token", "x"), declare("Token").format(Format.UUID).done());
    assertEquals("[Token present, env:Token]", secrets.presence().secrets().toString());
  }

  @Test
  void useOfANameThatNothingDeclares_isAProblem() {
    Catalog catalog = Declare.catalog(Declare.manifestOfUndeclaredUse());
    SecretsReport presence = setup(Map.of("Token", "x"), catalog).snapshot().presence();
    assertEquals(SecretStatus.UNDECLARED, presence.secrets().get(0).status());
    assertEquals(
        """
        Token is used, and no manifest declares it
          used by: Client.token
          fix: secret declare Token, then compile again what uses it""",
        presence.exception().getMessage());
  }

  @Test
  void misfit_isMendedWhereTheValueComesFrom() throws IOException {
    Declaration count = declare("Token").env("TOKEN").format(Format.INTEGER).done();
    assertEquals(
        "set the variable TOKEN to another value where the program runs",
        fix(resolver(Map.of("TOKEN", "x"), count)));
    Files.writeString(directory.resolve("Token"), "x");
    assertEquals(
        "write another value into " + directory.resolve("Token"),
        fix(resolver(Map.of("COUNTERSIGN_SECRETS_DIR", text(directory)), count)));
  }

  @Test
  void remedy_isOneForEachSource() {
    Declaration token = declare("Token").done();
    Environment local = Environment.of(EnvironmentType.LOCAL);
    Environment west = new Environment(EnvironmentType.PROD, "eu-west");
    assertEquals("secret set --override Token", SourceRemedy.of(token, local, ".secrets.local:3"));
    assertEquals(
        "secret set --env eu-west Token",
        SourceRemedy.of(token, west, "store:prod@eu-west v4 (3f2a)"));
    assertEquals(
        "secret set --type prod Token", SourceRemedy.of(token, west, "store:prod v4 (3f2a)"));
    assertEquals(
        "secret set --type prod Token",
        SourceRemedy.of(
            declare("Token").external(EnvironmentType.PROD).done(), PROD, "store:prod v4 (3f2a)"));
    assertEquals("change the value at vault:a", SourceRemedy.of(token, PROD, "vault:a"));
  }

  private static String fix(Resolver resolver) {
    String message = assertThrows(UnresolvedSecretException.class, resolver::verify).getMessage();
    return message.substring(message.indexOf("fix: ") + 5);
  }

  private static String text(Path path) {
    return path.toString();
  }

  private Secrets secrets(Map<String, String> variables, Declaration... declarations) {
    return new Secrets(resolver(variables, declarations), new Modules(List.of()));
  }

  private Resolver resolver(Map<String, String> variables, Declaration... declarations) {
    return setup(variables, Declare.catalog(Declare.manifest("app", declarations))).snapshot();
  }

  private Setup setup(Map<String, String> variables, Catalog catalog) {
    Map<String, String> properties =
        Map.of(Host.CONTAINER_SECRETS, directory.resolve("none").toString());
    Host host = new Host(variables, properties, directory);
    return new Setup(host, null, PROD, catalog, List.of(), Log.ofWarnings());
  }
}
