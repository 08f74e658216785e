package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ListCommandTest {
  private static final String DECLARED =
      """

      [secrets.A]
      description = "the \\"first\\""

      [secrets.B]
      types = ["prod"]
      min-version = { prod = 1 }

      [secrets.C]
      optional = true

      [secrets.D]
      external = ["prod"]
      types = ["prod"]

      [environments]
      eu-west = "prod"
      """;

  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
  }

  @Test
  void matrix_hasAWordForEverySecretAndEnvironment() throws IOException {
    cli.declare(DECLARED);
    cli.input("x").run("set", "A", "--type", "prod,dev").succeeds();
    cli.input("x").run("set", "B", "--type", "prod").succeeds();
    cli.write("secrets.toml", cli.read("secrets.toml").replace("prod = 1", "prod = 2"));
    cli.write(".secrets.local", "A=mine\n");
    assertEquals(
        """
        NAME  prod      prod@eu-west  dev       preview   local
        A     set       set           set       missing   overridden
        B     outdated  outdated      -         -         -
        C     optional  optional      optional  optional  optional
        D     external  external      -         -         -
        """,
        cli.run("list").succeeds().tellsNothing().out());
  }

  @Test
  void json_isStableAndHasVersions() throws IOException {
    cli.declare("[secrets.A]\ndescription = \"the \\\"first\\\"\"\ntypes = [\"prod\"]\n");
    cli.input("x").run("set", "A", "--type", "prod").succeeds();
    assertEquals(
        """
        {
          "application": "payments",
          "secrets": [
            {
              "name": "A",
              "description": "the \\"first\\"",
              "environments": {
                "prod": {
                  "state": "set",
                  "version": 1
                },
                "dev": {
                  "state": "not-needed",
                  "version": 0
                },
                "preview": {
                  "state": "not-needed",
                  "version": 0
                },
                "local": {
                  "state": "not-needed",
                  "version": 0
                }
              }
            }
          ]
        }
        """,
        cli.run("list", "--json").succeeds().out());
  }

  @Test
  void nothingDeclared_isToldWithTheCommand() {
    cli.run("list").succeeds().printsNothing().tells("fix: secret declare NAME");
  }

  @Test
  void stranger_canListWithoutAnyKey() throws IOException {
    cli.declare(DECLARED);
    cli.of("stranger").run("list").succeeds().prints("A     missing");
  }

  @Test
  void damagedFile_isMarkedAndTheRestShown() throws IOException {
    cli.declare("[secrets.A]\n");
    cli.input("x").run("set", "A", "--type", "prod,dev").succeeds();
    cli.write("secrets/prod.secrets", "=======\n");
    Result result = cli.run("list").exits(ExitStatus.UNUSABLE).tells("secrets/prod.secrets:1:1: ");
    assertEquals(
        "NAME  prod     dev  preview  local\nA     damaged  set  missing  missing\n", result.out());
  }

  @Test
  void overrideOfAnUndeclaredName_isAWarningWithItsLine() throws IOException {
    cli.declare("[secrets.Token]\n");
    cli.write(".secrets.local", "\nTokn=hunter2\n");
    cli.run("list")
        .succeeds()
        .tells("warning: .secrets.local:2: Tokn is not declared\n  similar: Token")
        .hides("hunter2");
  }
}
