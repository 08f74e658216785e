package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code declare} and {@code undeclare}. */
final class DeclareCommandTest {
  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
  }

  @Test
  void declaration_holdsWhatIsGiven() {
    cli.run(
            "declare",
            "StripeKey",
            "--description",
            "Größe \"x\"",
            "--types",
            "prod,preview",
            "--optional",
            "--env",
            "STRIPE",
            "--env=STRIPE_SECRET")
        .succeeds()
        .tellsNothing();
    String toml = cli.read("secrets.toml");
    assertTrue(toml.contains("[secrets.StripeKey]\n"), toml);
    assertTrue(toml.contains("description = \"Größe \\\"x\\\"\"\n"), toml);
    assertTrue(toml.contains("types = [\"prod\", \"preview\"]\n"), toml);
    assertTrue(toml.contains("optional = true\n"), toml);
    assertTrue(toml.contains("env = [\"STRIPE\", \"STRIPE_SECRET\"]\n"), toml);
  }

  @Test
  void variable_isProposedFromTheName() {
    cli.run("declare", "GitHubAPIToken").succeeds().prints("GITHUB_API_TOKEN");
    assertTrue(cli.read("secrets.toml").contains("env = [\"GITHUB_API_TOKEN\"]"));
  }

  @Test
  void nameLikeADeclaredOne_isDeclaredWithANote() {
    cli.run("declare", "Token").succeeds();
    cli.run("declare", "Tokens").succeeds().prints("declared Tokens").tells("similar: Token");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "declare Token                    | Token is declared already",
        "declare token                    | differs from the declared Token in case only",
        "declare 1Token                   | NAME is not the name of a secret",
        "declare Other --env PATH         | PATH",
        "declare Other --env TOKEN_A      | TOKEN_A",
        "declare Other --types prod,x     | \"x\" is not an environment type",
        "declare                          | NAME is missing",
        "undeclare Tokn                   | Tokn is not declared\n  similar: Token",
      })
  void refusal_changesNothing(String line, String message) {
    cli.run("declare", "Token", "--env", "TOKEN_A").succeeds();
    Map<String, String> before = cli.files();
    Result result = cli.run(line.strip().split(" "));
    assertTrue(result.status() != ExitStatus.DONE);
    result.printsNothing().tells(message.replace("\\n", "\n"));
    assertEquals(before, cli.files());
  }

  @Test
  void commentsAndLineEnds_stay() throws IOException {
    cli.write(
        "secrets.toml",
        "# top\r\napplication = 'payments' # name\r\n\r\n[secrets.A]\r\n# in A\r\n");
    cli.run("declare", "B").succeeds();
    String toml = cli.read("secrets.toml");
    assertTrue(toml.startsWith("# top\r\napplication = 'payments' # name\r\n\r\n[secrets.A]\r\n"));
    assertTrue(toml.contains("# in A\r\n"));
    assertEquals(-1, toml.replace("\r\n", "").indexOf('\n'));
    cli.run("undeclare", "B").succeeds();
    assertTrue(cli.read("secrets.toml").startsWith("# top\r\napplication = 'payments' # name\r\n"));
  }

  @Test
  void undeclare_leavesValuesAndNamesThem() throws IOException {
    cli.input("hunter2").run("set", "Token", "--type", "prod").succeeds();
    cli.write(".secrets.local", "Token=hunter3\n");
    Built.at(cli, "target/classes", "Token");
    cli.run("undeclare", "Token")
        .succeeds()
        .prints("undeclared Token in secrets.toml")
        .tells("it is still set: secret unset --type prod Token")
        .tells("it is still set: secret unset --override Token")
        .tells("it is still used, and will not compile: Client.token");
    assertEquals(-1, cli.read("secrets.toml").indexOf("Token"));
    cli.run("list").tells("warning: Token is in the store and not declared");
  }

  @Test
  void declarationOfAnExtendedDirectory_isUndeclaredThere() throws IOException {
    Files.createDirectories(temporary.resolve("shared"));
    Files.writeString(
        temporary.resolve("shared/secrets.toml"), "application = \"shared\"\n[secrets.Common]\n");
    cli.write("secrets.toml", "extends = [\"../shared\"]\n" + cli.read("secrets.toml"));
    cli.run("undeclare", "Common")
        .exits(ExitStatus.USAGE)
        .tells("Common is declared in ../shared/secrets.toml")
        .tells("fix: secret -C ../shared undeclare Common");
    cli.run("declare", "Common").succeeds();
  }

  @Test
  void malformedDeclarations_areAllTold() throws IOException {
    cli.write("secrets.toml", "application = \"payments\"\ncolour = 1\n[secrets.A]\ntypes = 3\n");
    cli.run("declare", "B")
        .exits(ExitStatus.UNUSABLE)
        .tells("secrets.toml cannot be used\n  secrets.toml:2:1: ")
        .tells("\n  secrets.toml:4:");
  }

  @Test
  void declarationsThatAreNoText_areTold() throws IOException {
    for (String toml : new String[] {"", "\uFEFFapplication = \"payments\"\n", "a\0"}) {
      cli.write("secrets.toml", toml);
      cli.run("list").exits(ExitStatus.UNUSABLE).printsNothing().tells("secrets.toml");
    }
    Files.write(cli.path("secrets.toml"), new byte[] {(byte) 0xff, (byte) 0xfe});
    cli.run("list").exits(ExitStatus.UNUSABLE).printsNothing().tells("UTF-8");
    Files.delete(cli.path("secrets.toml"));
    Files.createDirectory(cli.path("secrets.toml"));
    cli.run("list").exits(ExitStatus.UNUSABLE).printsNothing().tells("secrets.toml");
  }
}
