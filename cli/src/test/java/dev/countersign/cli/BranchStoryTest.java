package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One branch rekeys, another sets under the old key, and they merge. */
final class BranchStoryTest {
  @TempDir Path temporary;
  private GitProject ada;

  @BeforeEach
  void start() throws IOException {
    ada = GitProject.create(temporary);
    ada.cli().declare("[secrets.Alpha]\n[secrets.Beta]\n[secrets.Gamma]\n[secrets.Omega]\n");
    ada.set("prod", "Alpha", "a value");
    ada.set("prod", "Gamma", "g value");
    ada.commit("values");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Beta", "Omega"})
  void nothingIsLost_andTheStragglerIsReportedAndSealedAnew(String added) {
    ada.git("checkout", "--quiet", "-b", "feature");
    ada.set("prod", added, "new value");
    ada.commit("feature");
    ada.git("checkout", "--quiet", "main");
    ada.secret("rekey", "--type", "prod").succeeds();
    ada.commit("rekey");

    ada.git("merge", "--quiet", "--no-edit", "feature");

    assertAllOpen(added);
    String warning = "warning: still sealed to an older key of the type: " + added + " for prod\n";
    ada.secret("list").succeeds().tells(warning + "  fix: secret rekey --type prod --finish\n");
    ada.secret("check", "--type", "prod").exits(ExitStatus.NO).prints(warning);

    ada.secret("rekey", "--type", "prod", "--finish")
        .succeeds()
        .prints("finished prod: 1 value sealed anew; its only key is age1");
    ada.secret("list").succeeds().tellsNothing();
    assertAllOpen(added);
  }

  @Test
  void environmentThatABranchMade_isEndedByFinishToo() throws IOException {
    ada.cli().declare("[environments]\neu-west = \"prod\"\n");
    ada.commit("eu-west");
    ada.git("checkout", "--quiet", "-b", "feature");
    ada.cli().input("west").run("set", "Alpha", "--env", "eu-west").succeeds();
    ada.commit("feature");
    ada.git("checkout", "--quiet", "main");
    ada.secret("rekey", "--type", "prod").succeeds();
    ada.commit("rekey");
    ada.git("merge", "--quiet", "--no-edit", "feature");
    assertEquals("west", ada.secret("get", "Alpha", "--env", "eu-west").succeeds().out());
    ada.cli()
        .input("wild west")
        .run("set", "Alpha", "--env", "eu-west")
        .succeeds()
        .tells("notice: this is still sealed to an older key of prod");
    ada.secret("rekey", "--type", "prod", "--finish").succeeds();
    assertEquals("wild west", ada.secret("get", "Alpha", "--env", "eu-west").succeeds().out());
    ada.secret("list").succeeds().tellsNothing();
  }

  private void assertAllOpen(String added) {
    assertEquals("a value", ada.get("prod", "Alpha"));
    assertEquals("g value", ada.get("prod", "Gamma"));
    assertEquals("new value", ada.get("prod", added));
  }
}
