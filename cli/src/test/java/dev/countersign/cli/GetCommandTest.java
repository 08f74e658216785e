package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GetCommandTest {
  private static final String VALUE = "hunter2";

  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare("[secrets.Token]\n[environments]\neu-west = \"prod\"\n");
    cli.input(VALUE).run("set", "Token", "--type", "prod,local").succeeds();
  }

  @Test
  void pipe_getsTheExactBytes() {
    assertEquals(VALUE, cli.run("get", "Token", "--type", "prod").succeeds().tellsNothing().out());
  }

  @Test
  void terminal_getsNothingUnlessItIsToReveal() {
    cli.terminal(new FakeTerminal(true, true))
        .run("get", "Token", "--type", "prod")
        .exits(ExitStatus.USAGE)
        .printsNothing()
        .hides(VALUE)
        .tells("fix: pass --reveal, or pipe it on");
    cli.terminal(new FakeTerminal(false, true))
        .run("get", "Token", "--type", "prod")
        .exits(ExitStatus.USAGE)
        .printsNothing();
    Result revealed =
        cli.terminal(new FakeTerminal(true, true))
            .run("get", "Token", "--type", "prod", "--reveal")
            .succeeds();
    assertEquals(VALUE + System.lineSeparator(), revealed.out());
  }

  @Test
  void namedEnvironment_fallsBackToItsType() {
    assertEquals(VALUE, cli.run("get", "Token", "--env", "eu-west").succeeds().out());
  }

  @Test
  void override_comesFirstInLocalAndCountsNowhereElse() throws IOException {
    cli.write(".secrets.local", "Token=mine\n");
    assertEquals("mine", cli.run("get", "Token", "--type", "local").succeeds().out());
    assertEquals(VALUE, cli.run("get", "Token", "--type", "prod").succeeds().out());
  }

  @Test
  void malformedOverrideFile_stopsLocalAlone() throws IOException {
    cli.write(".secrets.local", "\nToken='" + "unclosed\n");
    cli.run("get", "Token", "--type", "local")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells(".secrets.local:2")
        .hides("unclosed");
    cli.run("get", "Token", "--type", "prod").succeeds();
  }

  @Test
  void missingValue_isANoThatSaysWhereItIsSet() {
    cli.run("get", "Token", "--type", "dev")
        .exits(ExitStatus.NO)
        .printsNothing()
        .tells("Token has no value for dev\n  set for: prod, local\n")
        .tells("fix: secret set --type dev Token");
  }

  @Test
  void undeclaredName_isANoWithItsNearMisses() {
    cli.run("get", "Tokn", "--type", "dev")
        .exits(ExitStatus.NO)
        .printsNothing()
        .tells("Tokn is not declared\n  similar: Token");
  }

  @Test
  void wrongIdentity_leavesNoOutput() throws IOException {
    Cli grace = cli.of("grace");
    grace.run("init").succeeds();
    grace
        .run("get", "Token", "--type", "prod")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .hides(VALUE)
        .tells("ada")
        .tells("fix: ")
        .tells("secret reader add");
  }

  @Test
  void noIdentity_isToldWithWhatMakesOne() throws IOException {
    cli.of("nobody")
        .run("get", "Token", "--type", "prod")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells("there is no identity")
        .tells("secret init");
  }

  @Test
  void malformedIdentity_isToldAndNotRepeated() throws IOException {
    String key = Files.readAllLines(cli.identityFile()).get(1);
    Cli broken = cli.of("broken").variable("COUNTERSIGN_KEY", key + "X");
    broken
        .run("get", "Token", "--type", "prod")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .hides(key)
        .tells("COUNTERSIGN_KEY");
  }

  @Test
  void flippedByte_isToldWithItsFileAndShowsNothing() throws IOException {
    String sealed = cli.read("secrets/prod.secrets");
    int place = sealed.indexOf("-----END") - 20;
    char flipped = sealed.charAt(place) == 'A' ? 'B' : 'A';
    cli.write(
        "secrets/prod.secrets", sealed.substring(0, place) + flipped + sealed.substring(place + 1));
    cli.run("get", "Token", "--type", "prod")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells("secrets/prod.secrets:");
  }

  @Test
  void blockMovedFromAnotherTypeOrName_doesNotOpen() throws IOException {
    String local = cli.read("secrets/local.secrets");
    String prod = cli.read("secrets/prod.secrets");
    String block = local.substring(local.indexOf("[Token]"));
    cli.write("secrets/prod.secrets", prod.substring(0, prod.indexOf("[Token]")) + block);
    cli.run("get", "Token", "--type", "prod").exits(ExitStatus.UNUSABLE).printsNothing();

    cli.declare("[secrets.Other]\n");
    cli.write("secrets/prod.secrets", prod.replace("[Token]", "[Other]"));
    cli.run("get", "Other", "--type", "prod")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .hides(VALUE);
  }

  @Test
  void damagedFile_isToldWithItsLine() throws IOException {
    String sealed = cli.read("secrets/prod.secrets");
    String block = sealed.substring(sealed.indexOf("[Token]"));
    for (String damaged :
        List.of(
            "<<<<<<< HEAD\n" + sealed,
            sealed + "\n" + block,
            sealed.replace("version 1\n", "version one\n"),
            "\uFEFF" + sealed,
            sealed.substring(0, sealed.length() - 10))) {
      cli.write("secrets/prod.secrets", damaged);
      cli.run("get", "Token", "--type", "prod")
          .exits(ExitStatus.UNUSABLE)
          .printsNothing()
          .hides(VALUE)
          .tells("secrets/prod.secrets:");
    }
  }

  @Test
  void valueBelowItsMinVersion_isRefused() throws IOException {
    cli.write(
        "secrets.toml",
        cli.read("secrets.toml")
            .replace("[environments]", "min-version = { prod = 2 }\n[environments]"));
    cli.run("get", "Token", "--type", "prod")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells("min-version 2");
    cli.run("get", "Token", "--type", "local").succeeds();
  }
}
