package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReaderAddCommandTest {
  @TempDir Path temporary;
  private Cli ada;
  private Cli grace;
  private String key;

  @BeforeEach
  void start() throws IOException {
    ada = Cli.initialized(temporary);
    ada.declare("[secrets.Token]\n");
    ada.input("hunter2").run("set", "Token", "--type", "prod,dev").succeeds();
    grace = ada.of("grace");
    key = grace.run("identity", "new").succeeds().out().strip();
  }

  @Test
  void newReader_opensTheTypesAndNoOther_andOnlyTheirKeyringsChange() {
    Map<String, String> before = ada.files();
    ada.run("reader", "add", "grace", key, "--type", "prod")
        .succeeds()
        .prints("added grace to the readers of prod\n")
        .tells("next: commit secrets/prod.keyring\n");
    Map<String, String> after = ada.files();
    assertNotEquals(before.remove("secrets/prod.keyring"), after.remove("secrets/prod.keyring"));
    assertEquals(before, after);
    assertEquals("hunter2", grace.run("get", "Token", "--type", "prod").succeeds().out());
    grace.run("get", "Token", "--type", "dev").exits(ExitStatus.UNUSABLE).printsNothing();
  }

  @Test
  void severalTypes_areOneChange() {
    grace.run("reader", "add", "grace", key, "--type", "dev").exits(ExitStatus.UNUSABLE);
    ada.run("reader", "add", "grace", key, "--type", "dev").succeeds();
    Map<String, String> before = ada.files();
    ada.run("reader", "add", "grace", key, "--type", "prod,dev")
        .exits(ExitStatus.UNUSABLE)
        .tells("this key is a reader of type dev already: grace");
    assertEquals(before, ada.files());
  }

  @Test
  void whoIsNoReader_learnsWhoCanAdd() {
    grace
        .run("reader", "add", "grace", key, "--type", "prod")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells("who can add it: ada")
        .tells("secret reader add NAME " + key + " --type prod");
  }

  @Test
  void whatIsNoPublicKey_isRefusedAndNotRepeated() throws IOException {
    String secret = "AGE-SECRET-KEY-1QQPQ";
    ada.run("reader", "add", "grace", secret, "--type", "prod")
        .exits(ExitStatus.USAGE)
        .hides(secret)
        .tells("RECIPIENT is no public key");
    ada.run("reader", "add", secret, key, "--type", "prod").exits(ExitStatus.USAGE).hides(secret);
    ada.run("reader", "add", "grace", key).exits(ExitStatus.USAGE).tells("--type");
    ada.run("reader", "add", "grace", "--type", "prod")
        .exits(ExitStatus.USAGE)
        .tells("RECIPIENT is missing");
  }

  @Test
  void postQuantumReader_isRefusedBesideClassicOnes() throws IOException {
    String hybrid = ada.of("eve").run("identity", "new", "--post-quantum").succeeds().out().strip();
    ada.run("reader", "add", "eve", hybrid, "--type", "prod")
        .exits(ExitStatus.UNUSABLE)
        .tells("post-quantum and classic keys cannot share a keyring")
        .tells("fix: ask eve for another key: secret identity new --file FILE");
  }

  @Test
  void list_showsWhoReadsWhat() throws IOException {
    ada.run("reader", "add", "Grace Hopper", key, "--type", "prod,dev").succeeds();
    String own = ada.run("identity", "show").out().strip();
    assertEquals(
        "READER        TYPES                   KEY\n"
            + "ada           prod,dev,preview,local  "
            + own
            + "\nGrace Hopper  prod,dev                "
            + key
            + "\n",
        ada.of("nobody").run("reader", "list").succeeds().tellsNothing().out());
    ada.run("reader", "list", "--type", "local").succeeds().prints("ada     local  " + own + "\n");
  }

  @Test
  void listAsJson_hasIdentitiesAndReadersOfEachType() {
    ada.run("reader", "add", "grace", key, "--type", "dev").succeeds();
    String own = ada.run("identity", "show").out().strip();
    String identity = ada.read("secrets/dev.keyring").lines().toList().get(2).substring(9);
    assertEquals(
        """
        {
          "dev": {
            "identities": ["%s"],
            "readers": [
              {
                "name": "ada",
                "recipient": "%s"
              },
              {
                "name": "grace",
                "recipient": "%s"
              }
            ]
          }
        }
        """
            .formatted(identity, own, key),
        ada.run("reader", "list", "--type", "dev", "--json").succeeds().out());
  }
}
