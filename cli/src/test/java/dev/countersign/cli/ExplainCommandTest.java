package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCommandTest {
  private static final String DECLARED =
      """

      [secrets.Token]
      description = "Who may deploy"
      env = ["GH_TOKEN"]
      types = ["prod", "dev", "local"]
      format = "hex"
      pattern = "[0-9a-f]+"
      min-version = { dev = 3 }

      [environments]
      eu-west = "prod"
      """;

  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare("[secrets.Other]\n");
    cli.declare(DECLARED);
  }

  @Test
  void everythingButTheValue_isTold() throws IOException {
    cli.input("cafe01").run("set", "Token", "--type", "prod,dev").succeeds();
    cli.declare("");
    cli.write("secrets.toml", cli.read("secrets.toml").replace("dev = 3", "dev = 9"));
    Built.at(cli, "target/classes", "Token");
    assertEquals(
        """
        Token: Who may deploy
        declared: secrets.toml:6, for prod, dev, local, format hex, pattern [0-9a-f]+, also from GH_TOKEN
        used by:  Client.token
        ENVIRONMENT   STATE     VERSION
        prod          set       v1
        prod@eu-west  set       v1 of prod
        dev           outdated  v3
        preview       -         -
        local         missing   -
        fix: secret set --type dev Token
        fix: secret set --type local Token, or for you alone: secret set --override Token
        """,
        cli.run("explain", "Token").succeeds().tellsNothing().hides("cafe01").out());
  }

  @Test
  void uses_areOfWhatIsBuilt() throws IOException {
    cli.run("explain", "Token").succeeds().prints("used by:  not known before a build\n");
    Built.at(cli, "target/classes", "Other");
    cli.run("explain", "Token").succeeds().prints("used by:  nothing in target/classes\n");
  }

  @Test
  void winner_isToldForThisProcess() throws IOException {
    cli.input("cafe01").run("set", "Token", "--type", "prod,local").succeeds();
    cli.write(".secrets.local", "Token=cafe02\n");
    Result result = cli.run("explain", "Token", "--type", "local").succeeds().hides("cafe0");
    result.prints("Token in local comes from .secrets.local:1\n");
    result.prints("  300 process environment: none at env:Token, env:GH_TOKEN\n");
    assertFalse(result.out().contains("prod  "), result.out());
    cli.variable("GH_TOKEN", "cafe03");
    cli.run("explain", "Token", "--env", "eu-west")
        .succeeds()
        .prints("Token in prod@eu-west comes from env:GH_TOKEN\n")
        .prints("100 store: has store:prod v1")
        .hides("cafe03");
  }

  @Test
  void damage_isExplainedWithItsMend() throws IOException {
    cli.write("secrets/prod.secrets", "=======\n");
    cli.run("explain", "Token", "--type", "prod")
        .succeeds()
        .prints("prod         damaged")
        .prints("Token in prod cannot be had: store stops")
        .prints("fix: ");
  }

  @Test
  void json_hasTheSame() throws IOException {
    Built.at(cli, "target/classes", "Token");
    assertEquals(
        """
        {
          "name": "Token",
          "description": "Who may deploy",
          "uses": ["Client.token"],
          "environments": {
            "prod": {
              "state": "missing",
              "version": 0
            }
          },
          "declared": "secrets.toml:6",
          "optional": false,
          "format": "hex",
          "variables": ["GH_TOKEN"],
          "fixes": ["secret set --type prod Token"],
          "resolution": [
            {
              "environment": "prod",
              "verdict": "Token in prod is missing",
              "steps": [""",
        head(cli.run("explain", "Token", "--type", "prod", "--json").succeeds().out()));
  }

  private static String head(String json) {
    String last = "\"steps\": [";
    return json.substring(0, json.indexOf(last) + last.length());
  }

  @Test
  void sharedDeclaration_isFoundInItsFile() throws IOException {
    Cli shared = cli.in("shared");
    shared.run("init").succeeds();
    shared.declare("[secrets.Common]\noptional = true\n");
    cli.write("secrets.toml", "extends = [\"../shared\"]\n" + cli.read("secrets.toml"));
    cli.run("explain", "Common")
        .succeeds()
        .prints("declared: ../shared/secrets.toml:4, optional\n");
  }

  @Test
  void undeclaredName_isANoWithTheMend() {
    cli.run("explain", "Tokn")
        .exits(ExitStatus.NO)
        .printsNothing()
        .tells(
            "Tokn is not declared\n  similar: Token\n  fix: write Token, or: secret declare Tokn");
  }
}
