package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret that a directory declares which the project extends. */
final class SharedDirectoryTest {
  @TempDir Path temporary;
  private Cli cli;
  private Path shared;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    shared = Files.createDirectories(temporary.resolve("shared"));
    cli.run("-C", "../shared", "init").succeeds();
    cli.run("-C", "../shared", "declare", "Common").succeeds();
    cli.write("secrets.toml", "extends = [\"../shared\"]\n" + cli.read("secrets.toml"));
  }

  @Test
  void value_isSetWhereTheSecretIsDeclared() throws IOException {
    cli.input("hunter2")
        .run("set", "Common", "--type", "dev")
        .succeeds()
        .prints("set Common for dev (v1) in ../shared");
    assertTrue(Files.readString(shared.resolve("secrets/dev.secrets")).contains("[Common]"));
    assertFalse(cli.read("secrets/dev.secrets").contains("[Common]"));
    assertEquals("hunter2", cli.run("get", "Common", "--type", "dev").succeeds().out());
    cli.run("list").succeeds().prints("Common  missing  set  missing  missing");
  }

  @Test
  void value_isUnsetThereToo() {
    cli.input("hunter2").run("set", "Common", "--type", "dev").succeeds();
    cli.run("unset", "Common", "--type", "dev")
        .succeeds()
        .prints("unset Common for dev in ../shared\n");
    cli.run("get", "Common", "--type", "dev").exits(ExitStatus.NO).printsNothing();
  }

  @Test
  void override_isTheProjectsOwn() {
    cli.input("mine").run("set", "Common", "--override").succeeds();
    assertTrue(cli.read(".secrets.local").contains("mine"));
    assertFalse(Files.exists(shared.resolve(".secrets.local")));
    assertEquals("mine", cli.run("get", "Common", "--type", "local").succeeds().out());
  }

  @Test
  void readersOfTheProject_areNotThoseOfTheSharedDirectory() throws IOException {
    cli.input("hunter2").run("set", "Common", "--type", "dev").succeeds();
    Cli bob = cli.of("bob");
    String key = bob.run("identity", "new").succeeds().out().strip();
    String line = "secret -C ../shared reader add bob " + key + " --type dev,local\n";
    cli.run("reader", "add", "bob", key, "--type", "local,dev")
        .succeeds()
        .tells("note: bob is no reader of ../shared, which this project takes secrets from\n")
        .tells("  fix: " + line);
    bob.run("get", "Common", "--type", "dev")
        .exits(ExitStatus.UNUSABLE)
        .tells("(../shared/secrets/dev.keyring)")
        .tells("secret -C ../shared reader add NAME " + key + " --type dev");
    Result init = bob.run("init").succeeds();
    init.prints("you cannot open prod, dev, preview, local of ../shared yet");
    init.prints("  secret -C ../shared reader add ");
    cli.run("-C", "../shared", "reader", "add", "bob", key, "--type", "dev,local").succeeds();
    assertEquals("hunter2", bob.run("get", "Common", "--type", "dev").succeeds().out());
    assertFalse(bob.run("init").succeeds().out().contains("reader add"));
    cli.run("reader", "remove", "bob").succeeds().tells("secret -C ../shared reader remove bob");
  }

  @Test
  void readerOfTheSharedDirectoryAlone_opensNothingElse() throws IOException {
    cli.declare("\n[secrets.Own]\n");
    cli.input("hunter2").run("set", "Common", "--type", "dev").succeeds();
    cli.input("hunter2").run("set", "Own", "--type", "dev").succeeds();
    Cli bob = cli.of("bob");
    String key = bob.run("identity", "new").succeeds().out().strip();
    cli.run("-C", "../shared", "reader", "add", "bob", key, "--type", "dev").succeeds();
    assertEquals("hunter2", bob.run("get", "Common", "--type", "dev").succeeds().out());
    bob.run("get", "Own", "--type", "dev")
        .exits(ExitStatus.UNUSABLE)
        .tells("fix: one of them runs: secret reader add NAME " + key);
    bob.run("verify").succeeds().prints("1 opened (sealed to others: secrets/prod.keyring,");
  }

  @Test
  void damageThere_isNoDamageOfTheProjectsOwnSecrets() throws IOException {
    cli.declare("\n[secrets.Own]\n");
    cli.input("hunter2").run("set", "Own", "--type", "dev").succeeds();
    Files.writeString(shared.resolve("secrets/dev.secrets"), "nonsense\n");
    assertEquals("hunter2", cli.run("get", "Own", "--type", "dev").succeeds().out());
    cli.input("again").run("set", "Own", "--type", "dev").succeeds();
    cli.run("list").exits(ExitStatus.UNUSABLE).prints("Common  missing  damaged");
    Result check = cli.run("check", "--type", "dev").exits(ExitStatus.UNUSABLE);
    check.prints("Common cannot be read for dev").tells("1 secret not usable for dev");
    cli.run("set", "Common", "--type", "dev").exits(ExitStatus.UNUSABLE);
    cli.run("verify").exits(ExitStatus.UNUSABLE).prints("error: ../shared/secrets/dev.secrets:1");
  }

  @Test
  void damageThere_isNoneToAProjectThatDeclaresTheSecretItself() throws IOException {
    cli.declare("\n[secrets.Common]\n");
    cli.input("hunter2").run("set", "Common", "--type", "dev").succeeds().prints("(v1)\n");
    Files.writeString(shared.resolve("secrets/dev.secrets"), "nonsense\n");
    assertTrue(cli.read("secrets/dev.secrets").contains("[Common]"));
    cli.run("check", "--type", "dev").succeeds();
    assertEquals("hunter2", cli.run("get", "Common", "--type", "dev").succeeds().out());
  }

  @Test
  void missingKeyringThere_isBroughtBackWithoutLosingWhatWasStaged() throws IOException {
    cli.input("hunter2").run("set", "Common", "--type", "dev").succeeds();
    Files.delete(shared.resolve("secrets/dev.keyring"));
    cli.run("get", "Common", "--type", "dev")
        .exits(ExitStatus.UNUSABLE)
        .tells("there is no ../shared/secrets/dev.keyring")
        .tells("fix: git checkout -- ../shared/secrets/dev.keyring ");
  }

  @Test
  void environmentOfTheProject_hasValuesThere_andTheDirectorySaysWhoReadsThem() throws IOException {
    cli.declare("\n[environments]\neu-west = \"prod\"\n");
    cli.input("type's").run("set", "Common", "--type", "prod").succeeds();
    cli.input("its own").run("set", "Common", "--env", "eu-west").succeeds().prints("../shared");
    assertEquals("its own", cli.run("get", "Common", "--env", "eu-west").succeeds().out());
    cli.run("-C", "../shared", "rekey", "--type", "prod").succeeds().prints("2 values in 2 files");
    assertEquals("its own", cli.run("get", "Common", "--env", "eu-west").succeeds().out());
    cli.run("-C", "../shared", "verify")
        .succeeds()
        .prints("no project reads it but one that extends this directory and declares it");
  }

  @Test
  void adviceAboutTheSharedDirectory_isGivenForThere() throws IOException {
    cli.input("hunter2").run("set", "Common", "--type", "dev").succeeds();
    String older = Files.readString(shared.resolve("secrets/dev.secrets"));
    cli.run("-C", "../shared", "rekey", "--type", "dev").succeeds();
    Files.writeString(shared.resolve("secrets/dev.secrets"), older);
    cli.run("verify")
        .succeeds()
        .prints("fix: secret -C ../shared reader add NAME age1… --type dev\n")
        .prints("fix: secret -C ../shared rekey --finish --type dev\n");
    cli.run("list").succeeds().tells("fix: secret -C ../shared rekey --type dev --finish\n");
  }

  @Test
  void declaration_isTakenAwayThere() {
    cli.run("undeclare", "Common")
        .exits(ExitStatus.USAGE)
        .tells("fix: secret -C ../shared undeclare Common");
    cli.run("-C", "../shared", "undeclare", "Common").succeeds();
    cli.run("get", "Common", "--type", "dev").exits(ExitStatus.NO).tells("is not declared");
  }
}
