package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declared {@code min-version}, as everything that reads or sets a value holds to it. */
final class MinVersionTest {
  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare("\n[environments]\neu-west = \"prod\"\n\n[secrets.Token]\n");
    set("old", "--type", "prod");
    set("old", "--type", "dev");
    cli.declare("min-version = { prod = 4 }\n");
  }

  private Result set(String value, String... where) {
    return cli.input(value).run("set", "Token", where[0], where[1]).succeeds();
  }

  @Test
  void olderValue_isOutdatedInItsTypeAlone() {
    cli.run("get", "Token", "--type", "prod").exits(ExitStatus.UNUSABLE).tells("min-version 4");
    cli.run("check", "--type", "prod").exits(ExitStatus.NO).prints("fix: secret set --type prod");
    cli.run("check", "--type", "dev").succeeds();
    assertEquals("old", cli.run("get", "Token", "--type", "dev").succeeds().out());
  }

  @Test
  void settingAgain_mendsIt_howeverFarBelowItWas() {
    set("new", "--type", "prod").prints("(v4)");
    cli.run("check", "--type", "prod").succeeds();
    assertEquals("new", cli.run("get", "Token", "--type", "prod").succeeds().out());
    set("newer", "--type", "prod").prints("(v5)");
    set("new", "--type", "dev").prints("(v2)");
  }

  @Test
  void environmentThatTakesItsTypesValue_isMendedThere() {
    cli.run("check", "--env", "eu-west")
        .exits(ExitStatus.NO)
        .prints("Token has an outdated value for prod@eu-west")
        .prints("fix: secret set --type prod Token\n");
    String told = cli.run("verify").exits(ExitStatus.NO).out();
    assertFalse(told.contains("eu-west"), told);
    set("its own", "--env", "eu-west").prints("(v1)");
    cli.run("check", "--env", "eu-west").succeeds();
  }

  @Test
  void unset_isAbsentWhateverItsVersion() {
    cli.run("unset", "Token", "--type", "prod").succeeds();
    cli.run("check", "--type", "prod").exits(ExitStatus.NO).prints("Token has no value for prod");
    set("new", "--type", "prod").prints("(v4)");
  }
}
