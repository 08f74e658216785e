package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code secret list} shows besides the plain matrix. */
final class ListFlagsTest {
  private static final String DECLARED =
      "[secrets.A]\n[secrets.B]\n[environments]\neu-west = \"prod\"\n";

  @TempDir Path temporary;

  private Cli declared() throws IOException {
    Cli cli = Cli.initialized(temporary);
    cli.declare(DECLARED);
    cli.input("x").run("set", "A", "--type", "prod,dev").succeeds();
    cli.input("y").run("set", "A", "--type", "prod").succeeds();
    return cli;
  }

  @Test
  void typesAndEnvironments_areTheOnlyColumns() throws IOException {
    Cli cli = declared();
    assertEquals(
        "NAME  prod     prod@eu-west\nA     set      set\nB     missing  missing\n",
        cli.run("list", "--type", "prod", "--env", "eu-west").succeeds().out());
    Result json = cli.run("list", "--type", "dev", "--json").succeeds().prints("\"dev\"");
    assertFalse(json.out().contains("\"prod\""), json.out());
    cli.run("list", "--type", "pord").exits(ExitStatus.USAGE).tells("similar: prod");
  }

  @Test
  void versions_standWhereValuesAre() throws IOException {
    Cli cli = declared();
    cli.write(".secrets.local", "A=mine\n");
    assertEquals(
        """
        NAME  prod     dev      local
        A     v2       v1       overridden
        B     missing  missing  missing
        """,
        cli.run("list", "--versions", "--type", "prod,dev,local").succeeds().out());
  }

  @Test
  void versionsAndChanged_excludeEachOther() throws IOException {
    declared()
        .run("list", "--versions", "--changed")
        .exits(ExitStatus.USAGE)
        .tells("--versions and --changed exclude each other");
  }

  @Test
  void unused_isWhatNoManifestNames() throws IOException {
    Cli cli = declared();
    Built.at(cli, "target/classes", "A");
    assertEquals(
        "NAME  prod\nB     missing\n",
        cli.run("list", "--unused", "--type", "prod").succeeds().tellsNothing().out());
    Built.at(cli, "modules/billing/build/classes/java/main", "B");
    cli.run("list", "--unused").succeeds().printsNothing().tells("every declared secret is used");
    cli.run("list", "--json").succeeds().prints("\"uses\": [\"Client.a\"]");
  }

  @Test
  void unused_isNotKnownBeforeABuild() throws IOException {
    Cli cli = declared();
    cli.run("list", "--unused")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells("no manifest is below the root")
        .tells("fix: build with countersign-processor");
    assertFalse(cli.run("list", "--json").succeeds().out().contains("\"uses\""));
  }

  @Test
  void anotherProjectBelow_isNotOurs() throws IOException {
    Cli cli = declared();
    Built.at(cli, "inner/target/classes", "A");
    Files.writeString(cli.path("inner/secrets.toml"), "application = \"inner\"\n");
    cli.run("list", "--unused").exits(ExitStatus.UNUSABLE);
  }

  @Test
  void manifestThatCannotBeRead_isAWarning() throws IOException {
    Cli cli = declared();
    Built.at(cli, "target/classes", "A");
    Built.at(cli, "target/test-classes", "B");
    cli.write("target/test-classes/META-INF/countersign/target-test-classes.json", "{");
    cli.run("list", "--unused")
        .succeeds()
        .prints("B  ")
        .tells("warning: target/test-classes/META-INF/countersign/target-test-classes.json");
  }

  @Test
  void changed_isTheDayOfTheCommitThatSetTheValue() throws IOException {
    GitProject project = GitProject.create(temporary);
    project.cli().declare("[secrets.A]\n[secrets.B]\ntypes = [\"prod\"]\n");
    project.set("prod", "A", "x");
    project.commit("set A");
    project.git("commit", "--quiet", "--amend", "--no-edit", "--date=2025-03-04T12:00:00Z");
    project.secret("rekey", "--type", "prod").succeeds();
    project.commit("rekey");
    project.set("prod", "B", "x");
    project.set("dev", "A", "x");
    project.secret("rekey", "--type", "dev").succeeds();
    assertEquals(
        "NAME  prod         dev\nA     2025-03-04   uncommitted\nB     uncommitted  -\n",
        project.secret("list", "--changed", "--type", "prod,dev").succeeds().out());
    String commit = project.git("log", "-1", "--format=%H", "HEAD~1").strip();
    project
        .secret("list", "--changed", "--json")
        .succeeds()
        .prints("\"commit\": \"" + commit + "\",")
        .prints("\"changed\": \"2025-03-04T12:00:00Z\"");
  }

  @Test
  void changed_isAskedOfASharedDirectorysOwnRepository() throws IOException {
    GitProject project = GitProject.create(temporary);
    GitProject shared = project.clonedBySame("shared");
    shared.cli().declare("[secrets.Common]\n");
    shared.set("prod", "Common", "x");
    shared.commit("set Common");
    project.write("secrets.toml", "extends = [\"../shared\"]\n" + project.read("secrets.toml"));
    String listed = project.secret("list", "--changed", "--type", "prod").succeeds().out();
    assertFalse(listed.contains("uncommitted"), listed);
  }

  @Test
  void changed_isUnknownWhereAShallowCloneHidesIt() throws IOException {
    GitProject project = GitProject.create(temporary);
    project.set("prod", "A", "x");
    project.commit("set A");
    project.commit("later");
    String source = "file://" + project.cli().project();
    project.git("clone", "--quiet", "--depth", "1", source, temporary.resolve("clone").toString());
    Cli clone = project.cli().in("clone");
    assertTrue(clone.run("list", "--changed").succeeds().out().contains("A     unknown"));
  }

  @Test
  void changed_needsARepository() throws IOException {
    declared()
        .run("list", "--changed")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells("fix: git init, or leave --changed away");
  }

  @Test
  void narrowTerminal_hasAParagraphForEachSecret() throws IOException {
    Cli cli = declared().variable("NO_COLOR", "1");
    Result result =
        cli.terminal(FakeTerminal.typing().wide(16)).run("list", "--type", "prod,dev").succeeds();
    assertEquals(
        "A\n  prod  set\n  dev   set\nB\n  prod  missing\n  dev   missing\n", result.out());
  }

  @Test
  void colors_areForTerminalsOfThoseWhoWantThem() throws IOException {
    Cli cli = declared();
    String red = "\u001B[31mmissing\u001B[0m";
    String[] line = {"list", "--type", "dev"};
    cli.terminal(FakeTerminal.typing()).run(line).prints(red);
    assertFalse(cli.run(line).out().contains("\u001B"));
    cli.variable("NO_COLOR", "1");
    assertFalse(cli.terminal(FakeTerminal.typing()).run(line).out().contains("\u001B"));
    cli.variable("NO_COLOR", "").variable("TERM", "dumb");
    assertFalse(cli.terminal(FakeTerminal.typing()).run(line).out().contains("\u001B"));
  }

  @Test
  void today_isToldInUtc() throws IOException {
    GitProject project = GitProject.create(temporary);
    LocalDate before = LocalDate.now(ZoneOffset.UTC);
    project.set("prod", "A", "x");
    project.commit("set A");
    String listed = project.secret("list", "--changed", "--type", "prod").succeeds().out();
    LocalDate after = LocalDate.now(ZoneOffset.UTC);
    assertTrue(listed.contains(before.toString()) || listed.contains(after.toString()), listed);
  }
}
