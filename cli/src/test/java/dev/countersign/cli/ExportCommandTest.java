package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportCommandTest {
  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare(
        """
        [secrets.GitHubAPIToken]
        env = ["GITHUB_API_TOKEN", "GH_TOKEN"]
        [secrets.Host]
        [secrets.Rare]
        optional = true
        [secrets.Given]
        external = ["dev"]
        [environments]
        eu-west = "prod"
        """);
    set("hunter2", "GitHubAPIToken", "--type", "dev");
    set("it's $5", "Host", "--type", "dev");
  }

  @Test
  void everyDeclaredValue_isPrinted() {
    cli.run("export", "--type", "dev", "--format", "json")
        .succeeds()
        .tellsNothing()
        .prints("{\n  \"GitHubAPIToken\": \"hunter2\",\n  \"Host\": \"it's $5\"\n}\n");
  }

  @Test
  void variables_takeThePlaceOfNames() {
    String out =
        cli.run("export", "--type", "dev", "--format", "shell", "--variables").succeeds().out();
    assertEquals(
        "export GITHUB_API_TOKEN='hunter2'\nexport GH_TOKEN='hunter2'\nexport Host='it'\\''s $5'\n",
        out);
  }

  @Test
  void namedSecrets_arePrintedAlone() {
    String line = "GitHubAPIToken=hunter2\n";
    Result result = export("dotenv", "--only", "GitHubAPIToken");
    assertEquals(line, result.succeeds().out());
    export("json", "--only", "GitHubToken")
        .exits(ExitStatus.NO)
        .printsNothing()
        .tells("similar: GitHubAPIToken");
    export("json", "--only", "Given").exits(ExitStatus.NO).tells("Given has no value for dev");
    assertEquals("", export("dotenv", "--only", "Rare").succeeds().out());
  }

  @Test
  void valueThatTheFormatCannotCarry_isNamed_andNothingIsPrinted() {
    export("dotenv")
        .exits(ExitStatus.USAGE)
        .printsNothing()
        .tells("the value of Host has signs that dotenv programs read differently")
        .tells("fix: another --format than dotenv")
        .hides("hunter2")
        .hides("it's");
  }

  @Test
  void everyMissingSecret_isNamed_andNothingIsPrinted() {
    cli.run("export", "--type", "prod", "--format", "json")
        .exits(ExitStatus.NO)
        .printsNothing()
        .tells(
            "GitHubAPIToken has no value for prod\n  set for: dev\n  fix: secret set --type prod")
        .tells("Host has no value for prod")
        .tells("Given has no value for prod");
  }

  @Test
  void namedEnvironment_fallsBackToItsType() throws IOException {
    set("of the type", "Host", "--type", "prod");
    set("given", "Given", "--type", "prod");
    set("eu", "GitHubAPIToken", "--env", "eu-west");
    cli.run("export", "--env", "eu-west", "--format", "k8s")
        .succeeds()
        .prints("  name: payments-eu-west\n")
        .prints("  GitHubAPIToken: \"ZXU=\"\n");
  }

  @Test
  void overrides_comeFirstInLocal_andTheProcessEnvironmentIsNotAsked() {
    cli.variable("Host", "of the process");
    set("team", "Host", "--type", "local");
    set("mine", "Host", "--override");
    cli.run("export", "--type", "local", "--format", "docker", "--only", "Host")
        .succeeds()
        .prints("Host=mine\n");
  }

  @Test
  void terminal_seesValuesOnlyToReveal() {
    cli.terminal(FakeTerminal.typing());
    export("json").exits(ExitStatus.USAGE).printsNothing().tells("fix: redirect the output");
    cli.terminal(FakeTerminal.typing());
    export("json", "--reveal").succeeds().prints("hunter2");
  }

  @Test
  void whoIsNoReader_getsNothing() throws IOException {
    cli.of("bob")
        .run("export", "--type", "dev", "--format", "json")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing();
  }

  @Test
  void unknownFormat_isRefusedWithNearMisses() {
    export("yml").exits(ExitStatus.USAGE).tells("similar: yaml");
    cli.run("export", "--type", "dev").exits(ExitStatus.USAGE).tells("say which: --format FORMAT");
  }

  @Test
  void github_appendsToItsFile_andPrintsWhatToHide() throws IOException {
    export("github").exits(ExitStatus.USAGE).printsNothing().tells("GITHUB_ENV is not set");
    cli.write("env", "BEFORE=1\n");
    cli.variable("GITHUB_ENV", cli.path("env").toString());
    assertEquals("::add-mask::hunter2\n::add-mask::it's $5\n", export("github").succeeds().out());
    String env = cli.read("env");
    assertTrue(env.startsWith("BEFORE=1\nGitHubAPIToken<<end-"), env);
    assertTrue(env.contains("\nhunter2\nend-"), env);
  }

  @Test
  void whatIsExported_isImportedUnchanged() throws IOException {
    for (String format : new String[] {"json", "yaml", "properties"}) {
      Files.write(cli.path("all." + format), export(format).succeeds().bytes());
      cli.run("import", "all." + format, "--type", "dev").succeeds().prints("2 unchanged\n");
    }
    assertFalse(cli.read("secrets/dev.secrets").contains("version 2"));
  }

  private Result export(String format, String... more) {
    String[] line = new String[5 + more.length];
    System.arraycopy(new String[] {"export", "--type", "dev", "--format", format}, 0, line, 0, 5);
    System.arraycopy(more, 0, line, 5, more.length);
    return cli.run(line);
  }

  private void set(String value, String... words) {
    String[] line = new String[words.length + 1];
    line[0] = "set";
    System.arraycopy(words, 0, line, 1, words.length);
    cli.input(value).run(line).succeeds();
  }
}
