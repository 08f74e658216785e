package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SetCommandTest {
  private static final String VALUE = "hunter2-ß";
  private static final int MIB = 1024 * 1024;

  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare("[secrets.GitHubAPIToken]\n[environments]\neu-west = \"prod\"\n");
  }

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

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n", "\n\n", "two\nlines\n", "cr\r", "tail \n\r\n"})
  void oneLineEndAtTheEnd_isDropped(String end) {
    String expected = VALUE + end;
    if (end.endsWith("\n")) {
      expected = expected.substring(0, expected.length() - (end.endsWith("\r\n") ? 2 : 1));
    }
    set(VALUE + end, "GitHubAPIToken", "--type", "local").succeeds();
    assertEquals(expected, get("GitHubAPIToken", "--type", "local"));
  }

  @Test
  void exact_keepsEveryByte() {
    set(VALUE + "\r\n", "GitHubAPIToken", "--type", "local", "--exact").succeeds();
    assertEquals(VALUE + "\r\n", get("GitHubAPIToken", "--type", "local"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$HOME ${HOME} $(id)", "# not a comment", "'single' \"double\" `back`", "a\\nb\\",
            " padded ",
        "-----BEGIN X-----\nabc\n-----END X-----", "größe 漢字 🔑", "a=b", "\u0000nul", "tab\t"
      })
  void anyText_comesBackAsItWas(String value) {
    set(value, "GitHubAPIToken", "--type", "local", "--exact").succeeds().hides(value);
    assertEquals(value, get("GitHubAPIToken", "--type", "local"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$HOME ${HOME} $(id)",
        "# not a comment",
        "'single' \"double\" `back`",
        "a\\nb\\",
        " padded ",
        "-----BEGIN X-----\nabc\n-----END X-----",
        "größe 漢字 🔑",
        "a=b",
        "tab\t"
      })
  void anyText_comesBackFromTheOverrideFile(String value) {
    set(value, "GitHubAPIToken", "--override", "--exact").succeeds().hides(value);
    assertEquals(value, get("GitHubAPIToken", "--type", "local"));
  }

  @Test
  void bytesThatAreNoText_goIntoTheStoreAndNotIntoTheOverrideFile() {
    byte[] bytes = {(byte) 0xff, 0, (byte) 0xfe, 10, 10};
    cli.input(bytes).run("set", "GitHubAPIToken", "--type", "local", "--exact").succeeds();
    assertArrayEquals(bytes, cli.run("get", "GitHubAPIToken", "--type", "local").bytes());
    cli.input(bytes)
        .run("set", "GitHubAPIToken", "--override")
        .exits(ExitStatus.USAGE)
        .tells("not UTF-8 text")
        .tells("fix: secret set --type local GitHubAPIToken");
    assertFalse(Files.exists(cli.path(".secrets.local")));
  }

  @Test
  void oneMebibyte_isTheMost() {
    byte[] most = new byte[MIB + 1];
    Arrays.fill(most, (byte) 'x');
    most[MIB] = '\n';
    cli.input(most).run("set", "GitHubAPIToken", "--type", "dev").succeeds();
    assertEquals(MIB, cli.run("get", "GitHubAPIToken", "--type", "dev").bytes().length);
    refuses(
        "larger than 1 MiB",
        () -> cli.input(most).run("set", "GitHubAPIToken", "--type", "dev", "--exact"));
  }

  @Test
  void endlessInput_isRefused() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            Arrays.fill(bytes, offset, offset + length, (byte) 'x');
            return length;
          }
        };
    refuses(
        "larger than 1 MiB",
        () -> cli.input(endless).run("set", "GitHubAPIToken", "--type", "dev"));
  }

  @Test
  void emptyValue_isRefusedUnlessMeant() {
    for (String input : List.of("", "\n", "\r\n")) {
      refuses("the value is empty", () -> set(input, "GitHubAPIToken", "--type", "dev"));
    }
    set("", "GitHubAPIToken", "--type", "dev", "--empty").succeeds();
    assertEquals("", get("GitHubAPIToken", "--type", "dev"));
  }

  @Test
  void closedInput_isRefusedAndWhatToDoIsTold() {
    refuses(
        "standard input is closed",
        () -> cli.input(new ClosedInput()).run("set", "GitHubAPIToken", "--type", "dev"));
  }

  @Test
  void valueOnTheCommandLine_isRefusedAndNotRepeated() {
    refuses(
        "a value never goes on the command line",
        () -> cli.run("set", "GitHubAPIToken", VALUE, "--type", "dev"));
    refuses(
        "a value never goes on the command line",
        () -> cli.run("set", "GitHubAPIToken=" + VALUE, "--type", "dev"));
    refuses("NAME is not the name of a secret", () -> cli.run("set", VALUE, "--type", "dev"));
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
  void valueUnlikeItsDeclaration_isRefusedAndNotRepeated() throws IOException {
    cli.declare("[secrets.Port]\nformat = \"integer\"\n[secrets.Key]\npattern = \"sk_\\\\w+\"\n");
    refuses("does not have the declared format integer", () -> set(VALUE, "Port", "--type", "dev"));
    refuses("does not match the declared pattern", () -> set(VALUE, "Key", "--type", "dev"));
    refuses("does not match the declared pattern", () -> set(VALUE, "Key", "--override"));
    set("sk_1", "Key", "--type", "dev").succeeds();
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
  void prompt_namesSecretAndPlaceAndAsksTwice() {
    FakeTerminal terminal = FakeTerminal.typing(VALUE, VALUE);
    cli.terminal(terminal)
        .run("set", "GitHubAPIToken", "--type", "dev,local")
        .succeeds()
        .hides(VALUE);
    assertEquals(
        List.of("value of GitHubAPIToken for dev, local: ", "once more: "), terminal.prompts());
    assertEquals(VALUE, get("GitHubAPIToken", "--type", "dev"));
  }

  @Test
  void noConfirm_asksOnce() {
    FakeTerminal terminal = FakeTerminal.typing(VALUE);
    cli.terminal(terminal).run("set", "GitHubAPIToken", "--override", "--no-confirm").succeeds();
    assertEquals(List.of("value of GitHubAPIToken in .secrets.local: "), terminal.prompts());
  }

  @Test
  void whatIsTypedAmiss_setsNothing() {
    refuses("the two differ", () -> type("one", "two"));
    refuses("nothing was typed", () -> type());
    refuses("nothing was typed to confirm it", () -> type(VALUE));
    refuses("the value is empty", () -> type("", ""));
    refuses("not UTF-8", () -> type("a\uFFFDb", "a\uFFFDb"));
    refuses("not UTF-8", () -> type("a\uD800", "a\uD800"));
  }

  @Test
  void terminalThatCannotHideWhatIsTyped_isNotReadFrom() {
    refuses(
        "the value cannot be asked for",
        () ->
            cli.input(VALUE)
                .terminal(new FakeTerminal(true, false))
                .run("set", "GitHubAPIToken", "--type", "dev"));
  }

  private Result type(String... answers) {
    return cli.terminal(FakeTerminal.typing(answers)).run("set", "GitHubAPIToken", "--type", "dev");
  }

  private Result set(String value, String... words) {
    String[] line = new String[words.length + 1];
    line[0] = "set";
    System.arraycopy(words, 0, line, 1, words.length);
    return cli.input(value.getBytes(StandardCharsets.UTF_8)).run(line);
  }

  private String get(String name, String option, String place) {
    return cli.run("get", name, option, place).succeeds().out();
  }

  /** Holds that a line fails, tells why, shows no value and changes no file. */
  private void refuses(String message, Supplier<Result> line) {
    Map<String, String> before = cli.files();
    Result result = line.get();
    assertTrue(result.status() == ExitStatus.USAGE || result.status() == ExitStatus.UNUSABLE);
    result.printsNothing().tells(message).hides(VALUE);
    assertEquals(before, cli.files());
  }
}
