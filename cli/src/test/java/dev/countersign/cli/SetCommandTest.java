package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SetCommandTest extends SetScenario {
  @Test
  void value_isSetForEveryTypeNamed() {
    Result result = set(VALUE, "GitHubAPIToken", "--type", "prod,dev");
    result.succeeds().tellsNothing().hides(VALUE);
    assertEquals(
        "set GitHubAPIToken for prod (v1)\nset GitHubAPIToken for dev (v1)\n", result.out());
    assertEquals(VALUE, get("GitHubAPIToken", "--type", "prod"));
    assertEquals(VALUE, get("GitHubAPIToken", "--type", "dev"));
    cli.run("get", "GitHubAPIToken", "--type", "preview").exits(ExitStatus.NO).printsNothing();
  }

  @Test
  void longNamesOfTypes_areTaken() {
    set(VALUE, "GitHubAPIToken", "--type", "production").succeeds().prints("for prod (v1)");
    set(VALUE, "GitHubAPIToken", "--type", "pr, development").succeeds().prints("for preview (v1)");
  }

  @Test
  void setAgain_isTheNextVersion() {
    set("one", "GitHubAPIToken", "--type", "dev").succeeds();
    set(VALUE, "GitHubAPIToken", "--type", "dev").succeeds().prints("(v2)");
    assertEquals(VALUE, get("GitHubAPIToken", "--type", "dev"));
  }

  @Test
  void namedEnvironment_hasAValueOfItsOwn() {
    set("of the type", "GitHubAPIToken", "--type", "prod").succeeds();
    set(VALUE, "GitHubAPIToken", "--env", "eu-west").succeeds().prints("for prod@eu-west (v1)");
    assertEquals(VALUE, get("GitHubAPIToken", "--env", "eu-west"));
    assertEquals("of the type", get("GitHubAPIToken", "--type", "prod"));
  }

  @Test
  void override_isPlaintextForItsOwnerAlone() throws IOException {
    set(VALUE, "GitHubAPIToken", "--override").succeeds().hides(VALUE);
    Path file = cli.path(".secrets.local");
    assertTrue(Files.readString(file).contains(VALUE));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(VALUE, get("GitHubAPIToken", "--type", "local"));
  }

  @Test
  void undeclaredName_isDeclaredToo() {
    set(VALUE, "StripeKey", "--type", "dev")
        .succeeds()
        .prints("declared StripeKey in secrets.toml")
        .prints("set StripeKey for dev (v1)");
    assertTrue(cli.read("secrets.toml").contains("[secrets.StripeKey]\nenv = [\"STRIPE_KEY\"]"));
    set(VALUE, "WebhookKey", "--override").succeeds().prints("declared WebhookKey");
    assertEquals(VALUE, get("WebhookKey", "--type", "local"));
  }

  @Test
  void nameLikeADeclaredOne_isDeclaredOnlyIfMeant() {
    refuses(
        "similar: GitHubAPIToken\n  fix: write GitHubAPIToken, or pass --new",
        () -> set(VALUE, "GitHubAPITokn", "--type", "dev"));
    set(VALUE, "GitHubAPITokn", "--type", "dev", "--new").succeeds();
    assertEquals(VALUE, get("GitHubAPITokn", "--type", "dev"));
  }

  @Test
  void nameThatDiffersInCaseOnly_isNeverDeclared() {
    refuses(
        "differs from the declared GitHubAPIToken in case only",
        () -> set(VALUE, "githubapitoken", "--type", "dev", "--new"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "set GitHubAPIToken                      | say which: --type TYPE[,TYPE…] | --env NAME",
        "set GitHubAPIToken --type prdo          | not an environment type",
        "set GitHubAPIToken --type prod,         | not an environment type",
        "set GitHubAPIToken --type eu-west       | not an environment type",
        "set GitHubAPIToken --env us-east        | there is no environment \"us-east\"",
        "set GitHubAPIToken --env prod           | is a type, not an environment: --type prod",
        "set GitHubAPIToken --override --env x   | exclude each other",
        "set --type dev                          | NAME is missing",
      })
  void mistakenFlags_areToldBeforeAnythingIsRead(String line, String message) {
    cli.input(new ClosedInput());
    Result result = cli.run(line.strip().split(" "));
    result.exits(ExitStatus.USAGE).printsNothing().tells(message);
    assertFalse(result.err().contains("standard input"));
  }

  @Test
  void setting_needsNoPrivateKey() throws IOException {
    Cli stranger = cli.of("stranger");
    stranger.input(VALUE).run("set", "GitHubAPIToken", "--type", "prod").succeeds();
    stranger
        .run("get", "GitHubAPIToken", "--type", "prod")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells("fix: ");
    assertEquals(VALUE, get("GitHubAPIToken", "--type", "prod"));
  }

  @Test
  void allTypesAreSet_orNone() throws IOException {
    cli.write("secrets/preview.secrets", "<<<<<<< ours\n");
    Map<String, String> before = cli.files();
    set(VALUE, "StripeKey", "--type", "dev,preview,local")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .hides(VALUE)
        .tells("secrets/preview.secrets:1:1: ");
    assertEquals(before, cli.files());
  }

  @Test
  void storeThatCannotBeWritten_isToldBeforeAnythingIsAsked() throws IOException {
    Files.delete(cli.path("secrets/dev.secrets"));
    Files.createDirectory(cli.path("secrets/dev.secrets"));
    FakeTerminal terminal = FakeTerminal.typing(VALUE, VALUE);
    cli.terminal(terminal)
        .run("set", "GitHubAPIToken", "--type", "dev")
        .exits(ExitStatus.UNUSABLE)
        .tells("secrets/dev.secrets");
    assertEquals(List.of(), terminal.prompts());
  }

  @Test
  void typeWithoutAKeyring_isToldBeforeAnythingIsAsked() throws IOException {
    Files.delete(cli.path("secrets/dev.secrets"));
    Files.delete(cli.path("secrets/dev.keyring"));
    cli.input(new ClosedInput())
        .run("set", "GitHubAPIToken", "--type", "dev")
        .exits(ExitStatus.UNUSABLE)
        .tells("there is no secrets/dev.keyring");
  }

  @Test
  void malformedOverrideFile_isToldWithItsLineAndLeft() throws IOException {
    cli.write(".secrets.local", "A=1\nB='unclosed hunter2\n");
    refuses(".secrets.local:2", () -> set("x", "GitHubAPIToken", "--override"));
    cli.run("list").exits(ExitStatus.UNUSABLE).tells(".secrets.local:2").hides("hunter2");
  }

  @Test
  void overrideFileThatIsNoText_isLeftAsItIs() throws IOException {
    Files.write(cli.path(".secrets.local"), new byte[] {'A', '=', (byte) 0xff, '\n'});
    refuses(".secrets.local", () -> set("x", "GitHubAPIToken", "--override"));
    Files.delete(cli.path(".secrets.local"));
    Files.createDirectory(cli.path(".secrets.local"));
    refuses(".secrets.local", () -> set("x", "GitHubAPIToken", "--override"));
    cli.run("list").exits(ExitStatus.UNUSABLE).printsNothing().tells(".secrets.local");
  }

  @Test
  void noProject_isToldWithTheDirectoriesSearched() throws IOException {
    Cli elsewhere = Cli.in(temporary.resolve("elsewhere"));
    Files.createDirectory(elsewhere.path(".git"));
    elsewhere
        .input(VALUE)
        .run("set", "X", "--type", "dev")
        .exits(ExitStatus.UNUSABLE)
        .tells("there is no secrets.toml in " + elsewhere.project() + "\n")
        .tells("fix: secret init");
  }

  @Test
  void overrideThatGitDoesNotIgnore_isAWarning() throws Exception {
    new ProcessBuilder("git", "init", "-q", cli.project().toString()).start().waitFor();
    set(VALUE, "GitHubAPIToken", "--override").succeeds().tellsNothing();
    Files.delete(cli.path(".gitignore"));
    set(VALUE, "GitHubAPIToken", "--override")
        .succeeds()
        .tells("warning: git does not ignore .secrets.local\n  fix: secret init");
  }

  @Test
  void typeThatTheDeclarationLeavesOut_isAWarning() throws IOException {
    cli.write("secrets.toml", cli.read("secrets.toml") + "[secrets.Stripe]\ntypes = [\"prod\"]\n");
    set(VALUE, "Stripe", "--type", "prod").succeeds().tellsNothing();
    set(VALUE, "Stripe", "--env", "eu-west").succeeds().tellsNothing();
    set(VALUE, "Stripe", "--type", "prod,local")
        .succeeds()
        .tells("warning: Stripe is declared for prod only, and now has a value for local")
        .tells("fix: secret unset --type local Stripe, or add local to its types in secrets.toml");
  }
}
