package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiffCommandTest {
  private static final String DECLARED =
      "[secrets.A]\n[secrets.B]\n[secrets.C]\n[secrets.D]\n[environments]\neu-west = \"prod\"\n";

  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare(DECLARED);
    cli.input("hunter2").run("set", "A", "--type", "dev,prod").succeeds();
    cli.input("hunter3").run("set", "B", "--type", "dev").succeeds();
    cli.input("hunter4").run("set", "B", "--type", "prod").succeeds();
    cli.input("hunter5").run("set", "C", "--type", "prod").succeeds();
    cli.input("hunter6").run("set", "C", "--type", "prod").succeeds();
  }

  @Test
  void differences_areListedWithVersionsAndNoValue() {
    assertEquals(
        """
        NAME  dev  prod  VALUES
        B     v1   v1    differs
        C     -    v2    only in prod
        """,
        cli.run("diff", "dev", "prod")
            .exits(ExitStatus.NO)
            .tells("2 differences, 1 the same")
            .hides("hunter")
            .out());
  }

  @Test
  void all_listsWhatIsTheSameToo() {
    cli.run("diff", "dev", "prod", "--all").exits(ExitStatus.NO).prints("A     v1   v1    same\n");
  }

  @Test
  void json_hasTheSame() {
    assertEquals(
        """
        {
          "differences": 1,
          "same": 2,
          "secrets": [
            {
              "name": "B",
              "values": "differs",
              "versions": {
                "prod@eu-west": 1,
                "prod": 1
              }
            }
          ]
        }
        """,
        withOwnB().run("diff", "eu-west", "prod", "--json").exits(ExitStatus.NO).out());
  }

  @Test
  void environment_hasItsTypesValues() {
    cli.run("diff", "eu-west", "prod")
        .succeeds()
        .printsNothing()
        .tells("0 differences, 3 the same");
    withOwnB().run("diff", "eu-west", "production").exits(ExitStatus.NO).prints("B     v1");
  }

  private Cli withOwnB() {
    cli.input("hunter7").run("set", "B", "--env", "eu-west").succeeds();
    return cli;
  }

  @Test
  void whoIsNoReaderOfBoth_isToldWhoCanMendIt() throws IOException {
    Cli grace = cli.of("grace");
    grace.run("init").succeeds();
    String key = grace.run("identity", "show").succeeds().out().strip();
    cli.run("reader", "add", "grace", key, "--type", "dev").succeeds();
    grace
        .run("diff", "dev", "prod")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells("not a reader of type prod")
        .tells("reader add NAME " + key + " --type prod");
  }

  @Test
  void damagedValue_isNotTakenForADifference() throws IOException {
    String sealed = cli.read("secrets/prod.secrets");
    int place = sealed.indexOf("BEGIN AGE ENCRYPTED FILE-----") + 40;
    char other = sealed.charAt(place) == 'A' ? 'B' : 'A';
    cli.write(
        "secrets/prod.secrets", sealed.substring(0, place) + other + sealed.substring(place + 1));
    cli.run("diff", "dev", "prod").exits(ExitStatus.UNUSABLE).printsNothing().tells("damaged");
  }

  @Test
  void unknownOrEqualNames_areRefused() {
    cli.run("diff", "dev", "pord").exits(ExitStatus.USAGE).tells("similar: prod");
    cli.run("diff", "dev", "development").exits(ExitStatus.USAGE).tells("both are dev");
    cli.run("diff", "dev").exits(ExitStatus.USAGE).tells("OTHER is missing");
  }
}
