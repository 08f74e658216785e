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

final class RekeyCommandTest {
  @TempDir Path temporary;
  private Cli ada;

  @BeforeEach
  void start() throws IOException {
    ada = Cli.initialized(temporary);
    ada.declare("[secrets.Token]\n[secrets.Other]\n");
    ada.input("hunter2").run("set", "Token", "--type", "prod").succeeds();
    ada.input("hunter3").run("set", "Token", "--type", "prod").succeeds();
  }

  private void assertValue(String value) {
    assertEquals(value, ada.run("get", "Token", "--type", "prod").succeeds().out());
  }

  @Test
  void newKey_opensTheSameValuesAtTheSameVersion() {
    ada.run("rekey", "--type", "prod")
        .succeeds()
        .hides("hunter3")
        .prints("rekeyed prod: 1 value in 1 file sealed to age1")
        .tells("next: commit secrets/")
        .tells("secret rekey --type prod --finish");
    assertValue("hunter3");
    assertTrue(ada.read("secrets/prod.secrets").contains("[Token]\nversion 2\n"));
    assertEquals(2, count("\nidentity age1", ada.read("secrets/prod.keyring")));
  }

  @Test
  void interruptedRekey_isEndedByTheNextRun() throws IOException {
    String sealed = ada.read("secrets/prod.secrets");
    ada.run("rekey", "--type", "prod").succeeds();
    ada.write("secrets/prod.secrets", sealed); // as if it had stopped after the keyring
    assertValue("hunter3");
    ada.run("rekey", "--type", "prod")
        .succeeds()
        .prints("ended the interrupted rekey of prod: 1 value in 1 file sealed to age1")
        .tells("for another new key: secret rekey --type prod");
    assertValue("hunter3");
    assertEquals(2, count("\nidentity age1", ada.read("secrets/prod.keyring")));
  }

  @Test
  void finish_dropsTheOlderKey() {
    ada.run("rekey", "--type", "prod").succeeds();
    ada.run("rekey", "--type", "prod", "--finish")
        .succeeds()
        .prints("finished prod: 0 values sealed anew; its only key is age1");
    assertEquals(1, count("\nidentity age1", ada.read("secrets/prod.keyring")));
    assertValue("hunter3");
  }

  @Test
  void finish_saysWhenThereIsNothingToDo() {
    Result result = ada.run("rekey", "--type", "prod", "--finish").succeeds();
    result.prints("nothing to finish: the only key of prod is age1").tellsNothing();
  }

  @Test
  void stragglers_areReportedUntilTheyAreFinished() throws IOException {
    String sealed = ada.read("secrets/prod.secrets");
    ada.run("rekey", "--type", "prod").succeeds();
    String rekeyed = ada.read("secrets/prod.secrets");
    ada.write(
        "secrets/prod.secrets",
        rekeyed.substring(0, rekeyed.indexOf("[Token]"))
            + sealed.substring(sealed.indexOf("[Token]")));
    String warning = "warning: still sealed to an older key of the type: Token for prod\n";
    ada.run("list").succeeds().tells(warning).tells("fix: secret rekey --type prod --finish");
    ada.run("check", "--type", "prod").exits(ExitStatus.NO).prints(warning);
    assertFalse(ada.run("check", "--type", "local").out().contains("older key"));
    assertValue("hunter3");
    ada.run("rekey", "--type", "prod", "--finish").succeeds().prints("1 value sealed anew");
    ada.run("list").succeeds().tellsNothing();
    assertValue("hunter3");
  }

  @Test
  void whoIsNoReader_changesNothing() throws IOException {
    Map<String, String> before = ada.files();
    Cli eve = ada.of("eve");
    eve.run("identity", "new").succeeds();
    for (String[] line :
        new String[][] {
          {"rekey", "--type", "prod"},
          {"rekey", "--type", "prod", "--finish"},
          {"rekey", "--type", "prod", "--post-quantum"}
        }) {
      eve.run(line).exits(ExitStatus.UNUSABLE).printsNothing().tells("who can add it: ada");
    }
    assertEquals(before, ada.files());
  }

  @Test
  void lostKeys_areGivenUp_withAListOfWhatWasUnset() throws IOException {
    Cli eve = ada.of("eve");
    eve.run("identity", "new").succeeds();
    eve.run("rekey", "--type", "prod", "--discard-unreadable")
        .succeeds()
        .prints("unset Token for prod (v3): it does not open\n")
        .tells("next: set again what was unset");
    eve.run("get", "Token", "--type", "prod").exits(ExitStatus.NO);
    eve.input("again").run("set", "Token", "--type", "prod").succeeds().prints("(v4)");
    assertEquals("again", eve.run("get", "Token", "--type", "prod").succeeds().out());
    ada.run("get", "Token", "--type", "prod").exits(ExitStatus.UNUSABLE);
  }

  @Test
  void postQuantum_refusesClassicReaders_andTakesTheirNewKeys() throws IOException {
    ada.input("hunter2").run("set", "Token", "--type", "dev").succeeds();
    Map<String, String> before = ada.files();
    ada.run("rekey", "--type", "prod", "--post-quantum")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells("would make a post-quantum one worthless: ada")
        .tells("secret identity new --post-quantum")
        .tells("secret rekey --type prod --post-quantum --reader ada=age1pq1…");
    assertEquals(before, ada.files());

    Path old = temporary.resolve("old-identity");
    Files.move(ada.identityFile(), old);
    String key = ada.run("identity", "new", "--post-quantum").succeeds().out().strip();
    ada.variable("COUNTERSIGN_KEY_FILE", old.toString());
    ada.run("rekey", "--type", "prod", "--post-quantum", "--reader", "ada=" + key)
        .succeeds()
        .prints("sealed to age1pq1");
    ada.variable("COUNTERSIGN_KEY_FILE", "");
    assertValue("hunter3");
    ada.run("get", "Token", "--type", "dev").exits(ExitStatus.UNUSABLE);
  }

  @Test
  void flagsThatDoNotBelongTogether_areRefused() {
    ada.run("rekey", "--type", "prod", "--finish", "--post-quantum")
        .exits(ExitStatus.USAGE)
        .tells("--finish and --post-quantum exclude each other");
    ada.run("rekey", "--type", "prod", "--reader", "ada=age1x").exits(ExitStatus.USAGE);
    ada.run("rekey").exits(ExitStatus.USAGE).tells("--type");
  }

  private static int count(String part, String text) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }
}
