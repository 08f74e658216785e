package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImportCommandTest {
  private static final String VALUE = "hunter2-ß";

  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare(
        """
        [secrets.GitHubAPIToken]
        env = ["GITHUB_API_TOKEN"]
        [secrets.Retries]
        format = "integer"
        [secrets.Host]
        [environments]
        eu-west = "prod"
        """);
  }

  @Test
  void everyEntry_isSetUnderItsNameOrItsVariable() throws IOException {
    cli.write("a.env", "GITHUB_API_TOKEN=" + VALUE + "\nexport Host='db # 1'\nRetries=3\n");
    cli.run("import", "a.env", "--type", "dev")
        .succeeds()
        .tellsNothing()
        .prints("added GitHubAPIToken for dev (v1)\nadded Host for dev (v1)\nadded Retries for dev")
        .prints("\n3 added\n")
        .hides(VALUE);
    assertEquals(VALUE, get("GitHubAPIToken"));
    assertEquals("db # 1", get("Host"));
  }

  @Test
  void fileWithoutEnd_isRefused() {
    assumeTrue(Files.exists(Path.of("/dev/zero")));
    cli.run("import", "/dev/zero", "--format", "dotenv", "--type", "dev")
        .exits(ExitStatus.UNUSABLE)
        .tells("/dev/zero is larger than 64 MiB\n  fix: import parts of it");
  }

  @Test
  void severalTypesAndANamedEnvironment_areSetAtOnce() throws IOException {
    cli.write("a.env", "Host=one\n");
    cli.run("import", "a.env", "--type", "dev,prod").succeeds().prints("\n2 added\n");
    cli.write("a.env", "Host=two\n");
    cli.run("import", "a.env", "--env", "eu-west").succeeds().prints("added Host for prod@eu-west");
    assertEquals("one", cli.run("get", "Host", "--type", "prod").succeeds().out());
    assertEquals("two", cli.run("get", "Host", "--env", "eu-west").succeeds().out());
  }

  @Test
  void sameValue_isLeftAsItIs_andAnotherIsTheNextVersion() throws IOException {
    cli.write("a.env", "Host=one\nRetries=3\n");
    cli.run("import", "a.env", "--type", "dev").succeeds();
    Map<String, String> before = cli.files();
    cli.run("import", "a.env", "--type", "dev").succeeds().prints("2 unchanged\n");
    assertEquals(before, cli.files());
    cli.write("a.env", "Host=two\nRetries=3\n");
    String out = cli.run("import", "a.env", "--type", "dev").succeeds().out();
    assertEquals("changed Host for dev (v2)\n1 changed, 1 unchanged\n", out);
  }

  @Test
  void whoCannotOpen_setsWithoutKnowingWhetherItChanges() throws IOException {
    cli.write("a.env", "Host=one\nRetries=3\n");
    cli.run("import", "a.env", "--type", "dev").succeeds();
    Cli other = cli.of("bob");
    other.run("import", "a.env", "--type", "dev").succeeds().prints("set Host for dev (v2)\n");
    other
        .run("import", "a.env", "--type", "dev", "--dry-run")
        .succeeds()
        .prints("would set Host for dev\nwould set Retries for dev\n");
  }

  @Test
  void undeclaredNames_areDeclaredInTheSameWrite() throws IOException {
    cli.write("a.env", "STRIPE_KEY=x\nWebhookKey=y\n");
    cli.run("import", "a.env", "--type", "dev")
        .succeeds()
        .prints("declared STRIPE_KEY in secrets.toml\n")
        .prints(
            "declared WebhookKey in secrets.toml, which a process may also take from WEBHOOK_KEY")
        .prints("added STRIPE_KEY for dev (v1)");
    assertTrue(cli.read("secrets.toml").contains("[secrets.STRIPE_KEY]"));
    assertEquals("y", get("WebhookKey"));
  }

  @Test
  void namesLikeDeclaredOnes_areDeclaredOnlyIfMeant() throws IOException {
    cli.write("a.env", "Hosts=x\n");
    refuses("a.env:1: Hosts is not declared, and there is a name like it\n  similar: Host");
    cli.run("import", "a.env", "--type", "dev", "--new").succeeds().prints("added Hosts for dev");
    cli.write("a.env", "host=x\n");
    refuses("a.env:1: host differs from the declared Host in case only\n  fix: write Host");
  }

  @Test
  void newNamesThatDifferInCaseOnly_areRefused() throws IOException {
    cli.write("a.env", "WebhookKey=x\nWEBHOOKKEY=y\n");
    refuses("a.env:2: WEBHOOKKEY differs from the declared WebhookKey in case only");
  }

  @Test
  void everyProblem_isToldAtOnce_andNothingIsWritten() throws IOException {
    cli.write("a.env", "Retries=many\na-b=x\nHost=one\nwhat is this\nPATH=/bin\n");
    Result result = refuses("a.env:1: the value of Retries does not have the declared format");
    result
        .tells("a.env:2: this is not the name of a secret")
        .tells("a.env:4: this is not NAME=value, and dotenv would skip it in silence")
        .tells("a.env:5: PATH is a variable of the system's")
        .tells("4 problems: nothing was imported")
        .hides("many")
        .hides("what is this");
  }

  @Test
  void skippedLines_areWarnedOfWhenLenient() throws IOException {
    cli.write("a.env", "Host=one\nwhat is this\nRetries=3");
    cli.run("import", "a.env", "--type", "dev", "--lenient")
        .succeeds()
        .tells("warning: a.env:2: skipped: this is not NAME=value")
        .hides("what is this")
        .prints("2 added");
  }

  @Test
  void oneSecretUnderTwoNames_isRefused() throws IOException {
    cli.write("a.env", "GITHUB_API_TOKEN=x\nGitHubAPIToken=y\n");
    refuses("a.env:2: this is GitHubAPIToken, which a.env:1 has too: keep one");
  }

  @Test
  void lastOfSeveralAssignments_counts() throws IOException {
    cli.write("a.env", "Host=one\nHost=two\n");
    cli.run("import", "a.env", "--type", "dev")
        .succeeds()
        .tells("warning: a.env:1: the same name stands in line 2, which counts");
    assertEquals("two", get("Host"));
  }

  @Test
  void fileWins_overTheProcessEnvironment() throws IOException {
    cli.variable("Host", "of the process").variable("OTHER", "of the process");
    cli.write("a.env", "Host=of the file\nRetries=${OTHER:-4}\n");
    cli.run("import", "a.env", "--type", "dev").succeeds();
    assertEquals("of the file", get("Host"));
    assertEquals("4", get("Retries"));
  }

  @Test
  void emptyValues_areKept() throws IOException {
    cli.write("a.env", "Host=\n");
    cli.run("import", "a.env", "--type", "dev").succeeds().prints("added Host for dev");
    assertEquals("", get("Host"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.json | {\"Host\": null, \"Retries\": 3}",
        "a.yaml | 'Host: null\nRetries: 3'",
        "a.yml | 'Host: ~\nRetries: 3'",
      })
  void nullRemovesAValue(String file, String text) throws IOException {
    cli.input("x").run("set", "Host", "--type", "dev").succeeds();
    cli.write(file, text);
    cli.run("import", file, "--type", "dev")
        .succeeds()
        .prints("removed Host for dev\nadded Retries for dev (v1)\n1 added, 1 removed\n");
    cli.run("get", "Host", "--type", "dev").exits(ExitStatus.NO);
    cli.run("import", file, "--type", "dev").succeeds().prints("2 unchanged\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "0123", "1.10", "2026-11-21", "0x1F", "on", "1_000", "=", ".inf"})
  void yamlScalars_keepTheirText(String scalar) throws IOException {
    cli.write("a.yaml", "# a comment\nHost: " + scalar + "\n");
    cli.run("import", "a.yaml", "--type", "dev").succeeds();
    assertEquals(scalar, get("Host"));
  }

  @Test
  void yamlTexts_ofEveryStyleAreRead() throws IOException {
    cli.write(
        "a.yaml", "---\nHost: |\n  one\n  two\nGITHUB_API_TOKEN: \"a\\tb: #\"\nRetries: !!str 3\n");
    cli.run("import", "a.yaml", "--type", "dev").succeeds();
    assertEquals("one\ntwo\n", get("Host"));
    assertEquals("a\tb: #", get("GitHubAPIToken"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'Host: one\nHost: two' | a.yaml:2: the same name stands above",
        "'Host: &a hunter2\nRetries: *a' | a.yaml:2: an alias",
        "Host: !vault hunter2 | a.yaml:1: a tag other than !!str",
        "Host: !!binary hunter2 | a.yaml:1: a tag other than !!str",
        "'Host:\n  deep: hunter2' | a.yaml:2: not flat",
        "'Host: [hunter2, [3]]' | a.yaml:1: not flat",
        "'Host:\n' | a.yaml:1: nothing stands here",
        "- hunter2 | a.yaml:1:1: expected a flat map",
        "hunter2 | a.yaml:1:1: expected a flat map",
        "'Host: a\n---\nHost: b' | a.yaml:2:1: a second document",
        "'Host: \"hunter2' | a.yaml:1:15: this is not YAML",
        "'Host: a: hunter2' | a.yaml:1:8: this is not YAML",
      })
  void yamlThatIsNoFlatMap_isRefused(String text, String message) throws IOException {
    cli.write("a.yaml", text);
    refuses("a.yaml", message).hides("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Host\": \"a\", \"Host\": \"hunter2\"} | a.json:1:15: this key is here twice",
        "{\"Host\": {\"deep\": \"hunter2\"}} | a.json, entry 1: not flat",
        "{\"Host\": 1.10} | a.json, entry 1: a number that would lose digits",
        "{\"Host\": 12345678901234567890} | a.json, entry 1: a number that would lose digits",
        "[\"hunter2\"] | a.json:1:1: expected one object",
        "{\"Host\": \"\\ud800\"} | the value of Host is not Unicode text",
        "{\"Host\": hunter2} | a.json:1:10: expected a value",
      })
  void jsonThatIsNoFlatObject_isRefused(String text, String message) throws IOException {
    cli.write("a.json", text);
    refuses("a.json", message).hides("hunter2");
  }

  @Test
  void properties_areReadWithTheirEscapes() throws IOException {
    cli.write("a.properties", "# x\nHost = a\\\n   b\\u00df\nRetries:3\nHost=twice\\nover\n");
    cli.run("import", "a.properties", "--type", "dev")
        .succeeds()
        .tells("warning: a.properties, entry 1: the same name stands further below");
    assertEquals("twice\nover", get("Host"));
    cli.write("a.properties", "Host=\\u12hunter2\n");
    refuses("a.properties", "a.properties, entry 1: malformed").hides("hunter2");
  }

  @Test
  void standardInput_needsItsFormat() {
    Result result = cli.input("Host=x").run("import", "-", "--type", "dev");
    result.exits(ExitStatus.USAGE).tells("standard input has no format: pass --format dotenv|json");
    cli.input("Host=x").run("import", "-", "--type", "dev", "--format", "dotenv").succeeds();
    assertEquals("x", get("Host"));
    cli.run("import", "-", "--type", "dev", "--format", "jsn")
        .exits(ExitStatus.USAGE)
        .tells("similar: json");
  }

  @Test
  void filesThatCannotBeRead_areNamed() throws IOException {
    cli.run("import", "none.env", "--type", "dev")
        .exits(3)
        .tells("there is no file none.env\n  fix: name one that is there, or -");
    cli.run("import", "what", "--type", "dev")
        .exits(2)
        .tells("the name of the file tells no format");
    Files.write(cli.path("a.env"), new byte[] {'H', '=', (byte) 0xFF});
    cli.run("import", "a.env", "--type", "dev").exits(3).tells("a.env is not UTF-8 text");
    cli.write("a.env", "\uFEFFHost=x");
    cli.run("import", "a.env", "--type", "dev").succeeds().prints("added Host");
    cli.write("a.env", "# nothing\n");
    refuses("there is no value to import");
  }

  @Test
  void dryRun_tellsEverythingAndWritesNothing() throws IOException {
    cli.input("one").run("set", "Host", "--type", "dev").succeeds();
    cli.input("5").run("set", "Retries", "--type", "dev").succeeds();
    cli.write("a.env", "Host=two\nSTRIPE_KEY=x\nbroken line\n");
    Map<String, String> before = cli.files();
    cli.run("import", "a.env", "--type", "dev", "--dry-run", "--replace")
        .exits(ExitStatus.NO)
        .prints(
            "would declare STRIPE_KEY\nwould change Host for dev\nwould add STRIPE_KEY for dev\n")
        .prints("would remove Retries for dev\nwould refuse a.env:3: this is not NAME=value");
    assertEquals(before, cli.files());
  }

  @Test
  void replace_removesWhatIsNotInTheFile_onceConfirmed() throws IOException {
    cli.input("5").run("set", "Retries", "--type", "dev").succeeds();
    cli.input("5").run("set", "Retries", "--type", "prod").succeeds();
    cli.write("a.env", "Host=two\n");
    cli.run("import", "a.env", "--type", "dev", "--replace")
        .exits(ExitStatus.USAGE)
        .printsNothing()
        .tells("would remove Retries for dev\n")
        .tells("fix: look at the list, pass --yes");
    FakeTerminal no = FakeTerminal.typing("no");
    cli.terminal(no).run("import", "a.env", "--type", "dev", "--replace").exits(ExitStatus.USAGE);
    assertEquals("remove 1 value? type yes, which does not show: ", no.prompts().get(0));
    assertEquals("5", get("Retries"));
    cli.terminal(FakeTerminal.typing("yes"))
        .run("import", "a.env", "--type", "dev", "--replace")
        .succeeds()
        .prints("removed Retries for dev\n1 added, 1 removed\n");
    cli.run("get", "Retries", "--type", "dev").exits(ExitStatus.NO);
    assertEquals("5", cli.run("get", "Retries", "--type", "prod").succeeds().out());
  }

  @Test
  void override_isWrittenForItsOwnerAlone() throws IOException {
    cli.write("a.json", "{\"Host\": \"" + VALUE + "\", \"Retries\": null, \"NewOne\": \"x\"}");
    cli.input("5").run("set", "Retries", "--override").succeeds();
    cli.run("import", "a.json", "--override")
        .succeeds()
        .prints("declared NewOne")
        .prints("added Host in .secrets.local\n")
        .prints("removed Retries in .secrets.local\n");
    assertEquals(VALUE, cli.run("get", "Host", "--type", "local").succeeds().out());
    assertFalse(cli.read(".secrets.local").contains("Retries"));
    cli.run("import", "a.json", "--override").succeeds().prints("3 unchanged");
    cli.run("import", "a.json", "--override", "--replace").exits(ExitStatus.USAGE);
  }

  @Test
  void sharedDirectory_keepsWhatItDeclares() throws IOException {
    Files.createDirectories(temporary.resolve("shared"));
    cli.run("-C", "../shared", "init").succeeds();
    cli.run("-C", "../shared", "declare", "Common").succeeds();
    cli.run("-C", "../shared", "declare", "Rest").succeeds();
    cli.write("secrets.toml", "extends = [\"../shared\"]\n" + cli.read("secrets.toml"));
    cli.input("x").run("set", "Rest", "--type", "dev").succeeds();
    cli.write("a.env", "Common=one\nHost=two\n");
    cli.run("import", "a.env", "--type", "dev", "--replace", "--yes")
        .succeeds()
        .prints("added Common for dev in ../shared (v1)\n")
        .prints("\n2 added\n");
    assertEquals("one", get("Common"));
    assertEquals("x", get("Rest"));
    assertFalse(cli.read("secrets/dev.secrets").contains("[Common]"));
  }

  @Test
  void valueBelowItsMinVersion_isSetAgain() throws IOException {
    cli.write("a.env", "Host=one\n");
    cli.run("import", "a.env", "--type", "dev").succeeds();
    cli.write(
        "secrets.toml",
        cli.read("secrets.toml")
            .replace("[secrets.Host]", "[secrets.Host]\nmin-version = { dev = 4 }"));
    cli.run("import", "a.env", "--type", "dev").succeeds().prints("changed Host for dev (v4)");
  }

  @Test
  void thousandNewValues_areOneWrite() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append("BULK_").append(i).append("_KEY=value-").append(i).append('\n');
    }
    cli.write("a.env", text.toString());
    cli.run("import", "a.env", "--type", "dev", "--new").succeeds().prints("\n1000 added\n");
    assertEquals("value-999", get("BULK_999_KEY"));
    cli.run("import", "a.env", "--type", "dev").succeeds().prints("1000 unchanged\n");
  }

  private String get(String name) {
    return cli.run("get", name, "--type", "dev").succeeds().out();
  }

  private Result refuses(String message) {
    return refuses("a.env", message);
  }

  private Result refuses(String file, String message) {
    Map<String, String> before = cli.files();
    Result result = cli.run("import", file, "--type", "dev");
    assertTrue(result.status() == ExitStatus.USAGE || result.status() == ExitStatus.UNUSABLE);
    assertEquals(before, cli.files());
    return result.printsNothing().tells(message);
  }
}
