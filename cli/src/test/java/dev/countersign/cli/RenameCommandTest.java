package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RenameCommandTest {
  private static final String DECLARED =
      """

      # Who may deploy
      [secrets.Old]
      min-version = { prod = 2 }

      [secrets.Other]

      [environments]
      eu-west = "prod"
      """;

  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare(DECLARED);
    cli.input("hunter2").run("set", "Old", "--type", "prod").succeeds();
    cli.input("hunter3").run("set", "Old", "--env", "eu-west").succeeds();
    cli.input("hunter4").run("set", "Other", "--type", "prod").succeeds();
  }

  private String get(String name, String option, String place) {
    return cli.run("get", name, option, place).succeeds().out();
  }

  @Test
  void everythingIsRenamed_andVersionsStay() throws IOException {
    cli.write(".secrets.local", "# mine\nOld=hunter5\nOther=x\n");
    String before = cli.read("secrets.toml");
    String dev = cli.read("secrets/dev.secrets");
    assertEquals(
        """
        renamed Old to New in secrets.toml
        renamed Old to New for prod@eu-west (v1)
        renamed Old to New for prod (v2)
        renamed Old to New in .secrets.local
        """,
        cli.run("rename", "Old", "New").succeeds().hides("hunter").out());
    assertEquals(before.replace("secrets.Old]", "secrets.New]"), cli.read("secrets.toml"));
    assertEquals("# mine\nNew=hunter5\nOther=x\n", cli.read(".secrets.local"));
    assertEquals(dev, cli.read("secrets/dev.secrets"));
    assertEquals("hunter2", get("New", "--type", "prod"));
    assertEquals("hunter3", get("New", "--env", "eu-west"));
    assertEquals("hunter5", get("New", "--type", "local"));
    assertTrue(cli.read("secrets/prod.secrets").contains("[Old]\nversion 3\nunset\n"));
    cli.run("verify").succeeds();
    cli.run("list").succeeds().tellsNothing();
  }

  @Test
  void nameThatWasUnsetBefore_goesOnFromItsVersion() {
    cli.run("rename", "Old", "New").succeeds();
    cli.input("x").run("set", "New", "--type", "prod").succeeds().prints("(v3)");
    cli.run("rename", "New", "Old").succeeds().prints("renamed New to Old for prod (v4)");
    assertEquals("x", get("Old", "--type", "prod"));
    cli.input("y").run("set", "Old", "--type", "prod").succeeds().prints("(v5)");
  }

  @Test
  void sourcesThatNameIt_areListedWithoutTheirLines() throws IOException {
    GitProject project = GitProject.create(temporary);
    Files.createDirectories(cli.path("src"));
    cli.write("src/Client.java", "\n@Secret(\"Old\") SecretValue old; // hunter9\nclass Old {}\n");
    cli.write("deploy ü.sh", "\n\nsecret get --type prod Old\necho Older\n");
    project.commit("sources");
    Built.at(cli, "target/classes", "Old");
    cli.write(".gitignore", cli.read(".gitignore") + "target\n");
    Result result = cli.run("rename", "Old", "New").succeeds().hides("hunter");
    result.prints("used by: Client.old\nto edit:\n  src/Client.java:2\n  deploy ü.sh:3\n");
    result.tells("next: commit secrets.toml and secrets/ with the edited sources");
    assertFalse(result.out().contains("secrets/prod.secrets:"), result.out());
  }

  @Test
  void withoutGit_theSearchIsLeftToThePerson() {
    cli.run("rename", "Old", "New").succeeds().tells("look for \"Old\" yourself");
  }

  @Test
  void whoIsNoReaderOfEveryType_renamesNothing() throws IOException {
    cli.input("x").run("set", "Old", "--type", "dev").succeeds();
    Cli grace = cli.of("grace");
    grace.run("init").succeeds();
    String key = grace.run("identity", "show").succeeds().out().strip();
    cli.run("reader", "add", "grace", key, "--type", "dev").succeeds();
    refuses("not a reader of type prod", ExitStatus.UNUSABLE, grace, "Old", "New");
  }

  @Test
  void takenNames_areRefused() throws IOException {
    refuses("Other is declared already", ExitStatus.USAGE, cli, "Old", "Other");
    refuses("OTHER differs in case only from Other", ExitStatus.USAGE, cli, "Old", "OTHER");
    refuses("OLD and NEW are the same", ExitStatus.USAGE, cli, "Old", "Old");
    refuses("Othr is not declared\n  similar: Other", ExitStatus.NO, cli, "Othr", "New");
    cli.write(".secrets.local", "New=x\n");
    refuses("fix: secret unset --override New", ExitStatus.USAGE, cli, "Old", "New");
  }

  @Test
  void valueLeftUnderTheNewName_isNotOverwritten() throws IOException {
    cli.input("left").run("set", "New", "--type", "prod").succeeds();
    cli.run("undeclare", "New").succeeds();
    refuses("New has a value for prod already", ExitStatus.UNUSABLE, cli, "Old", "New");
  }

  @Test
  void overrideThatOthersReferTo_stopsAll() throws IOException {
    cli.write(".secrets.local", "Old=hunter5\nOther=a${Old}\n");
    refuses(
        ".secrets.local:2: this value refers to ${Old}", ExitStatus.UNUSABLE, cli, "Old", "New");
  }

  @Test
  void damagedBlock_stopsAll() throws IOException {
    String sealed = cli.read("secrets/prod.secrets");
    cli.write("secrets/prod.secrets", sealed.replaceFirst("key [0-9a-f]{4}", "key 0000"));
    refuses("secrets/prod.secrets:", ExitStatus.UNUSABLE, cli, "Old", "New");
  }

  @Test
  void caseAlone_canBeRenamed() {
    cli.run("rename", "Old", "OLD").succeeds();
    assertEquals("hunter2", get("OLD", "--type", "prod"));
  }

  @Test
  void sharedSecret_isRenamedWhereItIsDeclared() throws IOException {
    Cli shared = cli.in("shared");
    shared.run("init").succeeds();
    shared.declare("[secrets.Common]\n");
    cli.write("secrets.toml", "extends = [\"../shared\"]\n" + cli.read("secrets.toml"));
    refuses("fix: secret -C ../shared rename Common New", ExitStatus.USAGE, cli, "Common", "New");
  }

  @Test
  void variableOfAPlatform_isMentioned() throws IOException {
    cli.declare("[secrets.Db]\nexternal = [\"prod\"]\n");
    cli.run("rename", "Db", "Database").succeeds().tells("where a platform sets the variable Db");
  }

  private static void refuses(String message, int status, Cli user, String... names) {
    Map<String, String> before = user.files();
    user.run("rename", names[0], names[1]).exits(status).printsNothing().tells(message);
    assertEquals(before, user.files());
  }
}
