package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnsetCommandTest {
  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.input("hunter2").run("set", "Token", "--type", "prod,dev").succeeds();
  }

  @Test
  void value_isGoneAndItsVersionStays() {
    cli.run("unset", "Token", "--type", "prod").succeeds().prints("unset Token for prod\n");
    cli.run("get", "Token", "--type", "prod").exits(ExitStatus.NO).printsNothing();
    cli.run("get", "Token", "--type", "dev").succeeds();
    cli.input("new").run("set", "Token", "--type", "prod").succeeds().prints("(v3)");
  }

  @Test
  void whereThereIsNone_isToldAndTheRestIsUnset() {
    cli.run("unset", "Token", "--type", "prod,local")
        .succeeds()
        .prints("unset Token for prod\n")
        .tells("note: there is no value of Token for local");
  }

  @Test
  void nothingAtAll_isANo() {
    Map<String, String> before = cli.files();
    cli.run("unset", "Token", "--type", "local")
        .exits(ExitStatus.NO)
        .printsNothing()
        .tells("there is no value of Token for local\n  set for: prod, dev\n");
    cli.run("unset", "Tokn", "--type", "prod").exits(ExitStatus.NO).tells("similar: Token");
    cli.run("unset", "Token", "--override").exits(ExitStatus.NO).tells("is not set");
    assertEquals(before, cli.files());
  }

  @Test
  void valueOfAnUndeclaredName_canBeUnset() throws IOException {
    cli.run("undeclare", "Token").succeeds();
    cli.run("unset", "Token", "--type", "prod").succeeds();
    assertTrue(cli.read("secrets/prod.secrets").contains("[Token]\nversion 2\nunset\n"));
  }

  @Test
  void override_isTakenOutAndOtherLinesStay() throws IOException {
    cli.write(".secrets.local", "# mine\nA=1\nToken=x\nB=2\n");
    cli.run("unset", "Token", "--override").succeeds().prints("unset Token in .secrets.local\n");
    assertEquals("# mine\nA=1\nB=2\n", cli.read(".secrets.local"));
  }
}
