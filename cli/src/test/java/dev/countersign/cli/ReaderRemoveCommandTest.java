package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReaderRemoveCommandTest {
  @TempDir Path temporary;
  private Cli ada;
  private Cli grace;

  @BeforeEach
  void start() throws IOException {
    ada = Cli.initialized(temporary);
    ada.declare("[secrets.Token]\n[secrets.Other]\n[environments]\neu-west = \"prod\"\n");
    ada.input("hunter2").run("set", "Token", "--type", "prod,dev,local").succeeds();
    ada.input("hunter3").run("set", "Token", "--env", "eu-west").succeeds();
    ada.input("hunter4").run("set", "Other", "--type", "prod").succeeds();
    grace = ada.of("grace");
    String key = grace.run("identity", "new").succeeds().out().strip();
    ada.run("reader", "add", "grace", key, "--type", "prod,dev").succeeds();
  }

  @Test
  void removedReader_opensNothingMore_andTheOthersEverything() {
    String before = ada.read("secrets/prod.secrets").lines().toList().get(3);
    ada.run("reader", "remove", "grace")
        .succeeds()
        .prints("rekeyed prod: 3 values in 2 files sealed to age1")
        .prints("rekeyed dev: 1 value in 1 file sealed to age1")
        .prints("removed grace from the readers of prod, dev\n");
    assertFalse(ada.read("secrets/prod.secrets").contains(before));
    assertEquals("hunter2", ada.run("get", "Token", "--type", "prod").succeeds().out());
    assertEquals("hunter3", ada.run("get", "Token", "--env", "eu-west").succeeds().out());
    grace.run("get", "Token", "--type", "prod").exits(ExitStatus.UNUSABLE).printsNothing();
    grace.run("get", "Token", "--type", "dev").exits(ExitStatus.UNUSABLE).printsNothing();
    assertFalse(ada.run("reader", "list").out().contains("grace"));
  }

  @Test
  void whatItDoesNotUndo_isSaid_withTheValuesToChange() {
    ada.run("reader", "remove", "grace")
        .succeeds()
        .hides("hunter")
        .prints("this does not undo what grace saw")
        .prints("git's history keeps them")
        .prints(
            """
            change each at its issuer, then set it again:
              Other  prod
              Token  prod, prod@eu-west, dev
            """)
        .tells("next: commit secrets/")
        .tells("  secret rekey --type prod --finish\n  secret rekey --type dev --finish\n");
  }

  @Test
  void otherTypes_areLeftAlone() {
    Map<String, String> before = ada.files();
    ada.run("reader", "remove", "grace", "--type", "dev").succeeds();
    Map<String, String> after = ada.files();
    for (String changed : new String[] {"secrets/dev.keyring", "secrets/dev.secrets"}) {
      assertFalse(before.remove(changed).equals(after.remove(changed)), changed);
    }
    assertEquals(before, after);
    assertEquals("hunter2", grace.run("get", "Token", "--type", "prod").succeeds().out());
  }

  @Test
  void keepKey_changesTheKeyringsAlone_andSaysWhatIsLeftToDo() {
    Map<String, String> before = ada.files();
    ada.run("reader", "remove", "grace", "--keep-key", "--type", "prod")
        .succeeds()
        .prints("removed grace from the readers of prod\n")
        .prints("this does not undo")
        .tells("it opens what is set from now on")
        .tells("fix: secret rekey --type prod");
    Map<String, String> after = ada.files();
    before.remove("secrets/prod.keyring");
    after.remove("secrets/prod.keyring");
    assertEquals(before, after);
    grace.run("get", "Token", "--type", "prod").exits(ExitStatus.UNUSABLE);
  }

  @Test
  void nameThatReadsNothing_isANoWithNearMisses() {
    ada.run("reader", "remove", "grac")
        .exits(ExitStatus.NO)
        .printsNothing()
        .tells("grac is a reader of no type\n  similar: grace");
    ada.run("reader", "remove", "grace", "--type", "local")
        .exits(ExitStatus.UNUSABLE)
        .tells("grace is no reader of type local");
  }

  @Test
  void whenOneTypeCannotBeOpened_noneIsTouched() {
    Map<String, String> before = ada.files();
    grace.run("reader", "remove", "ada").exits(ExitStatus.UNUSABLE).printsNothing();
    assertEquals(before, ada.files());
  }

  @Test
  void lastReader_stays() {
    Map<String, String> before = ada.files();
    ada.run("reader", "remove", "ada")
        .exits(ExitStatus.UNUSABLE)
        .tells("ada is the last reader of type preview: nobody could open it");
    assertEquals(before, ada.files());
  }

  @Test
  void sameKeyUnderAnotherName_isNamed() {
    String key = grace.run("identity", "show").out().strip();
    ada.run("reader", "add", "laptop", key, "--type", "preview").succeeds();
    ada.run("reader", "remove", "grace")
        .succeeds()
        .tells(
            "warning: the key that grace had still reads secrets/preview.keyring, under the name"
                + " laptop\n  fix: secret reader remove laptop --type preview\n");
    ada.run("reader", "remove", "laptop").succeeds().hides("still reads");
  }

  @Test
  void sharedDirectoryThatStillHasTheReader_isNamed() throws IOException {
    Cli shared = ada.in("shared");
    shared.run("init").succeeds();
    String key = grace.run("identity", "show").out().strip();
    shared.run("reader", "add", "grace", key, "--type", "prod").succeeds();
    String toml = ada.read("secrets.toml");
    int first = toml.indexOf("\n\n") < 0 ? toml.indexOf('\n') : toml.indexOf("\n\n");
    ada.write(
        "secrets.toml",
        toml.substring(0, first) + "\nextends = [\"../shared\"]\n" + toml.substring(first));
    ada.run("reader", "remove", "grace")
        .succeeds()
        .tells("warning: grace still reads ../shared/secrets/prod.keyring")
        .tells("fix: secret -C ../shared reader remove grace");
    assertTrue(shared.run("reader", "list").out().contains("grace"));
  }
}
