package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs with {@code --mask}, whose output these tests can see; the rest is told by transcripts. */
final class RunCommandTest {
  private static final String SHOW =
      "for v in Token TOKEN_A Host Rare COUNTERSIGN_KEY COUNTERSIGN_ENVIRONMENT; do"
          + " eval \"echo $v=\\${$v-none}\" | tr 'a-z' 'A-Z'; done";

  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.initialized(temporary);
    cli.declare(
        """
        [secrets.Token]
        env = ["TOKEN_A"]
        [secrets.Host]
        [secrets.Rare]
        optional = true
        [secrets.Elsewhere]
        types = ["prod"]
        """);
    cli.input("hunter2").run("set", "Token", "--type", "dev,local").succeeds();
    cli.input("database").run("set", "Host", "--type", "dev,local").succeeds();
  }

  @Test
  void everyName_carriesTheValue_andOurKeysAreNotPassedOn() {
    cli.variable("COUNTERSIGN_ENVIRONMENT", "prod");
    assertEquals(
        """
        TOKEN=HUNTER2
        TOKEN_A=HUNTER2
        HOST=DATABASE
        RARE=NONE
        COUNTERSIGN_KEY=NONE
        COUNTERSIGN_ENVIRONMENT=NONE
        """,
        sh("dev", SHOW).succeeds().out());
  }

  @Test
  void values_areMaskedInBothStreams() {
    Result result = sh("dev", "echo \"out $Token\"; echo \"err $TOKEN_A\" >&2");
    result.succeeds().prints("out [redacted]\n").tells("err [redacted]\n");
  }

  @Test
  void processEnvironment_comesFirst_underEveryName() {
    cli.variable("TOKEN_A", "of the process");
    sh("dev", SHOW).succeeds().prints("TOKEN=OF THE PROCESS\nTOKEN_A=OF THE PROCESS\n");
  }

  @Test
  void overrides_countInLocalOnly() {
    cli.input("mine").run("set", "Token", "--override").succeeds();
    sh("local", SHOW).succeeds().prints("TOKEN=MINE\n");
    sh("dev", SHOW).succeeds().prints("TOKEN=HUNTER2\n");
  }

  @Test
  void mountedFile_comesBeforeTheStore() throws IOException {
    Files.createDirectories(cli.path("mounted"));
    cli.write("mounted/Token", "of a file\n");
    cli.variable("COUNTERSIGN_SECRETS_DIR", cli.path("mounted").toString());
    sh("dev", SHOW).succeeds().prints("TOKEN=OF A FILE\n");
  }

  @Test
  void namedSecrets_arePassedAlone() {
    run("dev", "--only", "Host", "--mask", "--", "sh", "-c", SHOW)
        .succeeds()
        .prints("TOKEN=NONE\nTOKEN_A=NONE\nHOST=DATABASE\n");
  }

  @Test
  void everyMissingSecret_isNamed_andNothingIsRun() {
    sh("prod", "echo ran >ran")
        .exits(ExitStatus.NO)
        .printsNothing()
        .tells("3 secrets are not usable in prod\n")
        .tells("Token has no value for prod\n  asked: env:Token, env:TOKEN_A, ")
        .tells("fix: secret set --type prod Host")
        .tells("Elsewhere has no value for prod");
    assertEquals(false, Files.exists(cli.path("ran")));
    run("dev", "--only", "Elsewhere", "--", "true").exits(ExitStatus.NO).tells("Elsewhere");
  }

  @Test
  void valueThatNoVariableCanHold_isNamed() {
    cli.input(new byte[] {'a', 0, 'b'}).run("set", "Token", "--type", "dev").succeeds();
    sh("dev", "true")
        .exits(ExitStatus.USAGE)
        .tells("the value of Token holds a NUL character")
        .tells("fix: name the secrets that the command needs: --only");
    cli.input("x".repeat(128 << 10)).run("set", "Token", "--type", "dev").succeeds();
    sh("dev", "true").exits(ExitStatus.USAGE).tells("Token is larger than the 128 KiB");
    cli.input(new byte[] {(byte) 0xFF}).run("set", "Token", "--type", "dev").succeeds();
    sh("dev", "true").exits(ExitStatus.USAGE).tells("the value of Token is not UTF-8 text");
  }

  @Test
  void whoIsNoReader_runsNothing() throws IOException {
    cli.of("bob")
        .run("run", "--type", "dev", "--mask", "--", "sh", "-c", "echo ran")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing();
  }

  @Test
  void exitStatus_isTheCommands() throws IOException {
    sh("dev", "exit 7").exits(7);
    sh("dev", "kill -TERM $$").exits(143);
    run("dev", "--", "no-such-command-anywhere").exits(127).tells("is not found");
    cli.write("plain", "text");
    run("dev", "--", "./plain").exits(126).tells("./plain cannot be run");
  }

  @Test
  void command_isNeeded() {
    run("dev").exits(ExitStatus.USAGE).tells("the command with its arguments");
  }

  @Test
  void shortValues_areWarnedOf() {
    cli.input("yes").run("set", "Host", "--type", "dev").succeeds();
    sh("dev", "true").succeeds().tells("warning: the value of Host is too short to mask");
  }

  @Test
  void workingDirectory_isTheOneGiven() throws IOException {
    Files.createDirectories(cli.path("below"));
    cli.run("-C", "below", "run", "--type", "dev", "--mask", "--", "pwd")
        .succeeds()
        .prints("/payments/below\n");
  }

  private Result sh(String type, String line) {
    return run(type, "--mask", "--", "sh", "-c", line);
  }

  private Result run(String type, String... more) {
    String[] line = new String[3 + more.length];
    System.arraycopy(new String[] {"run", "--type", type}, 0, line, 0, 3);
    System.arraycopy(more, 0, line, 3, more.length);
    return cli.run(line);
  }
}
