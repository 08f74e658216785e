package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.age.Identities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stories of keys that change for good reasons, and of those that must not pass. */
final class KeyPinsTest {
  @TempDir Path temporary;
  private GitProject ada;

  @BeforeEach
  void start() throws IOException {
    ada = GitProject.create(temporary);
    ada.cli().declare("[secrets.Token]\n[environments]\neu-west = \"prod\"\n");
    ada.cli().input("hunter2").run("set", "Token", "--type", "prod").succeeds().tellsNothing();
    ada.commit("Token");
  }

  private GitProject reader() throws IOException {
    GitProject grace = ada.cloned("grace", "clone");
    String key = grace.secret("identity", "new").succeeds().out().strip();
    ada.secret("reader", "add", "grace", key, "--type", "prod").succeeds();
    ada.commit("grace");
    grace.git("pull", "--quiet");
    assertEquals("hunter2", grace.get("prod", "Token"));
    return grace;
  }

  private String rekeyed() {
    ada.secret("rekey", "--type", "prod").succeeds();
    ada.commit("rekey");
    return key(ada);
  }

  private static String key(GitProject project) {
    return project.read("secrets/prod.keyring").lines().toList().get(2).substring(9);
  }

  private static Result set(GitProject project, String... options) {
    String[] line = new String[4 + options.length];
    System.arraycopy(new String[] {"set", "Token", "--type", "prod"}, 0, line, 0, 4);
    System.arraycopy(options, 0, line, 4, options.length);
    return project.cli().input("hunter3").run(line);
  }

  @Test
  void firstSight_isNotedOutsideTheProject() throws IOException {
    Path pins = temporary.resolve("home/state/countersign/pins");
    try (var files = Files.walk(pins)) {
      Path noted = files.filter(Files::isRegularFile).findFirst().orElseThrow();
      assertEquals("prod", noted.getFileName().toString());
      assertEquals(
          "# keys seen in " + ada.cli().project().toRealPath() + "\n" + key(ada) + "\n",
          Files.readString(noted));
    }
    assertEquals("", ada.git("status", "--porcelain"));
  }

  @Test
  void ownRekey_isKnownToItsMaker() {
    rekeyed();
    set(ada).succeeds().tellsNothing();
  }

  @Test
  void pulledRekey_isTakenWithANotice_byWhoCanOpenBoth() throws IOException {
    GitProject grace = reader();
    String key = rekeyed();
    grace.git("pull", "--quiet");
    set(grace).succeeds().tells("notice: prod was rekeyed: it is sealed to " + key + " now\n");
    set(grace).succeeds().tellsNothing();
    assertEquals("hunter3", grace.get("prod", "Token"));
  }

  @Test
  void pulledRekey_stopsWhoCannotOpenIt_andNamesTheCommit() throws IOException {
    GitProject grace = ada.cloned("grace", "clone");
    set(grace).succeeds();
    grace.git("checkout", "--quiet", "--", ".");
    String old = key(ada);
    String key = rekeyed();
    String commit = ada.git("log", "-1", "--format=%h").strip();
    grace.git("pull", "--quiet");
    Map<String, String> before = grace.cli().files();
    set(grace)
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells("prod is sealed to another key than when you last looked")
        .tells("before: " + old + "\n  now:    " + key + ", by commit " + commit + "\n")
        .tells("--accept-key " + key);
    assertEquals(before, grace.cli().files());
    set(grace, "--accept-key", old).exits(ExitStatus.UNUSABLE);
    set(grace, "--accept-key", key).succeeds().tellsNothing();
    set(grace).succeeds().tellsNothing();
  }

  @Test
  void finishedRekey_thatWasNeverSeenBetween_needsToBeAccepted() throws IOException {
    GitProject grace = reader();
    rekeyed();
    ada.secret("rekey", "--type", "prod", "--finish").succeeds();
    ada.commit("finish");
    grace.git("pull", "--quiet");
    String key = key(ada);
    grace.secret("get", "Token", "--type", "prod").exits(ExitStatus.UNUSABLE).printsNothing();
    grace.secret("get", "Token", "--type", "prod", "--accept-key", key).succeeds();
    grace.secret("get", "Token", "--type", "prod").succeeds().tellsNothing();
  }

  @Test
  void keyPutInByAnother_isSentNoValue() throws IOException {
    GitProject grace = reader();
    GitProject eve = ada.cloned("eve", "eves");
    set(eve).succeeds();
    eve.git("checkout", "--quiet", "--", ".");
    String key = key(ada);
    String forged = Identities.generate().recipient().toString();
    ada.replace("secrets/prod.secrets", "to " + key, "to " + forged);
    ada.replace(
        "secrets/prod.keyring", "identity " + key, "identity " + forged + "\nidentity " + key);
    ada.commit("harmless");
    grace.git("pull", "--quiet");
    set(grace).exits(ExitStatus.UNUSABLE).tells("`identity` lines are not those that are sealed");
    eve.git("pull", "--quiet");
    set(eve).exits(ExitStatus.UNUSABLE).tells("now:    " + forged + ", by commit ");
    assertFalse(eve.read("secrets/prod.secrets").contains("version 2"));
    assertEquals("", eve.git("status", "--porcelain"));
  }

  @Test
  void everyCommandThatSealsOrOpens_stops() throws IOException {
    GitProject grace = reader();
    rekeyed();
    ada.secret("rekey", "--type", "prod", "--finish").succeeds();
    ada.commit("finish");
    grace.git("pull", "--quiet");
    Map<String, String> before = grace.cli().files();
    String key = key(ada);
    for (String[] line :
        new String[][] {
          {"get", "Token", "--type", "prod"},
          {"set", "Token", "--type", "dev,prod"},
          {"set", "Token", "--env", "eu-west"},
          {"reader", "add", "eve", Identities.generate().recipient().toString(), "--type", "prod"},
          {"reader", "remove", "grace"},
          {"rekey", "--type", "prod"},
          {"rekey", "--type", "prod", "--finish"},
          {"rekey", "--type", "prod", "--discard-unreadable"}
        }) {
      grace.cli().input("hunter3").run(line).exits(ExitStatus.UNUSABLE).tells(key);
    }
    assertEquals(before, grace.cli().files());
  }

  @Test
  void oldCommitCheckedOut_worksWithANotice_andBackAgainWithout() {
    String old = key(ada);
    rekeyed();
    ada.git("checkout", "--quiet", "HEAD~1");
    String notice = "notice: prod has an older key here, from before it was rekeyed: " + old;
    ada.secret("get", "Token", "--type", "prod").succeeds().tells(notice);
    set(ada).succeeds().tells(notice);
    ada.git("checkout", "--quiet", "--force", "main");
    set(ada).succeeds().tellsNothing();
  }

  @Test
  void rekeyThrownAway_isNoticedUntilTheOlderKeyIsAccepted() {
    String old = key(ada);
    ada.secret("rekey", "--type", "prod").succeeds();
    ada.git("checkout", "--quiet", "--", "secrets");
    String[] get = {"get", "Token", "--type", "prod"};
    ada.secret(get).succeeds().tells("if that rekey was thrown away: --accept-key " + old);
    ada.secret("get", "Token", "--type", "prod", "--accept-key", old).succeeds();
    ada.secret(get).succeeds().tellsNothing();
  }

  @Test
  void keyRolledBackByALaterCommit_isOpenedButNotSealedTo() {
    String old = key(ada);
    rekeyed();
    ada.git("checkout", "--quiet", "HEAD~1", "--", "secrets");
    ada.commit("roll back");
    ada.secret("get", "Token", "--type", "prod").succeeds().tells("older key here");
    set(ada).exits(ExitStatus.UNUSABLE).tells("now:    " + old + ", by commit ");
    set(ada, "--accept-key", old).succeeds();
    set(ada).succeeds().tellsNothing();
  }

  @Test
  void twoCheckouts_areNotedEachForItself() throws IOException {
    GitProject second = ada.clonedBySame("second");
    String old = key(ada);
    rekeyed();
    set(ada).succeeds().tellsNothing();
    assertEquals(old, key(second));
    set(second).succeeds().tellsNothing();
  }

  @Test
  void ephemeralMachine_seesEveryKeyForTheFirstTime() throws IOException {
    String key = ada.cli().run("identity", "show").out().strip();
    assertTrue(key.startsWith("age1"));
    String identity = Files.readAllLines(ada.cli().identityFile()).get(1);
    for (String machine : new String[] {"one", "two"}) {
      GitProject checkout = ada.cloned(machine, "checkout-" + machine);
      checkout.cli().variable("COUNTERSIGN_KEY", identity);
      assertEquals(
          "hunter2",
          checkout.secret("get", "Token", "--type", "prod").succeeds().tellsNothing().out());
      rekeyed();
    }
  }

  @Test
  void stateThatCannotBeWritten_isOneWarning() throws IOException {
    Path blocked = Files.writeString(temporary.resolve("blocked"), "a file");
    ada.cli().variable("XDG_STATE_HOME", blocked.toString());
    Result result = ada.cli().input("hunter3").run("set", "Token", "--type", "prod,dev").succeeds();
    assertEquals(
        "warning: "
            + blocked.resolve("countersign")
            + " cannot be used, so that a replaced key would go unnoticed\n"
            + "  fix: make it a directory that you can write, or set XDG_STATE_HOME\n",
        result.err());
  }
}
