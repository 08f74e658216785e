package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One deployment of a type, which has values of its own or the type's. */
final class NamedEnvironmentTest {
  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare("\n[environments]\neu-west = \"prod\"\n\n[secrets.Token]\n");
    set("prod's", "--type", "prod");
  }

  private Result set(String value, String... where) {
    return cli.input(value).run("set", "Token", where[0], where[1]).succeeds();
  }

  private String value(String... where) {
    return cli.run("get", "Token", where[0], where[1]).succeeds().out();
  }

  @Test
  void ownValue_comesBeforeTheTypes_andCountsVersionsOfItsOwn() {
    set("another", "--type", "prod");
    set("its own", "--env", "eu-west").prints("set Token for prod@eu-west (v1)");
    assertEquals("its own", value("--env", "eu-west"));
    assertEquals("another", value("--type", "prod"));
  }

  @Test
  void unset_fallsBackToTheType_andSaysSo() {
    set("its own", "--env", "eu-west");
    cli.run("unset", "Token", "--env", "eu-west")
        .succeeds()
        .prints("unset Token for prod@eu-west\n")
        .tells("note: prod@eu-west has the value of prod now\n");
    assertEquals("prod's", value("--env", "eu-west"));
    cli.run("check", "--env", "eu-west").succeeds();
    cli.run("verify").succeeds();
    cli.run("unset", "Token", "--env", "eu-west").exits(ExitStatus.NO).tells("set for: prod\n");
  }

  @Test
  void unset_isCountedOnByTheNextSet() {
    set("its own", "--env", "eu-west");
    cli.run("unset", "Token", "--env", "eu-west").succeeds();
    set("again", "--env", "eu-west").prints("(v3)");
    assertEquals("again", value("--env", "eu-west"));
  }

  @Test
  void tombstones_outliveARekey() {
    set("its own", "--env", "eu-west");
    cli.run("unset", "Token", "--env", "eu-west").succeeds();
    cli.run("rekey", "--type", "prod").succeeds().prints("1 value in 2 files");
    cli.run("rekey", "--type", "prod", "--finish").succeeds();
    assertTrue(cli.read("secrets/eu-west.secrets").endsWith("[Token]\nversion 2\nunset\n"));
    assertEquals("prod's", value("--env", "eu-west"));
    cli.run("verify").succeeds();
  }

  @Test
  void unsetOfTheType_leavesTheEnvironmentsValue() {
    set("its own", "--env", "eu-west");
    cli.run("unset", "Token", "--type", "prod").succeeds().tellsNothing();
    assertEquals("its own", value("--env", "eu-west"));
    cli.run("check", "--env", "eu-west").succeeds();
    cli.run("check", "--type", "prod").exits(ExitStatus.NO).prints("set for: prod@eu-west\n");
  }

  @Test
  void listAsJson_saysWhoseVersionCounts() {
    set("another", "--type", "prod");
    String json = cli.run("list", "--json").succeeds().out().replaceAll("\\s+", " ");
    String expected =
        "\"prod@eu-west\": { \"state\": \"set\", \"version\": 2, \"from\": \"prod\" }";
    assertTrue(json.contains(expected), json);
  }

  @Test
  void removedReader_isToldOfEnvironmentsThatAreDeclaredNoMore() throws IOException {
    set("its own", "--env", "eu-west");
    String key = cli.of("bob").run("identity", "new").succeeds().out().strip();
    cli.run("reader", "add", "bob", key, "--type", "prod").succeeds();
    cli.write("secrets.toml", cli.read("secrets.toml").replace("eu-west = \"prod\"\n", ""));
    cli.run("reader", "remove", "bob").succeeds().prints("  Token  prod, prod@eu-west\n");
  }
}
