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

final class IdentityNewCommandTest {
  private static final String PASSPHRASE = "correct horse";

  @TempDir Path temporary;
  private Cli cli;

  @BeforeEach
  void start() throws IOException {
    cli = Cli.in(temporary);
  }

  @Test
  void publicHalf_isPrinted_andThePrivateOneGoesToTheFile() throws IOException {
    Result made = cli.run("identity", "new").succeeds().hides("AGE-SECRET-KEY");
    assertEquals(made.out(), cli.run("identity", "show").succeeds().out());
    made.tells("made " + cli.identityFile());
    assertTrue(Files.readString(cli.identityFile()).contains("\nAGE-SECRET-KEY-1"));
  }

  @Test
  void identityThatIsThere_isNeverOverwritten() throws IOException {
    cli.run("identity", "new").succeeds();
    String before = Files.readString(cli.identityFile());
    cli.run("identity", "new")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells("never overwritten: " + cli.identityFile())
        .tells("mv " + cli.identityFile() + " " + cli.identityFile() + ".old")
        .tells("COUNTERSIGN_KEY_FILE=" + cli.identityFile() + ".old");
    cli.terminal(FakeTerminal.typing())
        .run("identity", "new", "--passphrase")
        .exits(ExitStatus.UNUSABLE);
    assertEquals(before, Files.readString(cli.identityFile()));
  }

  @Test
  void postQuantumIdentity_makesPostQuantumTypes() {
    String key = cli.run("identity", "new", "--post-quantum").succeeds().out();
    assertTrue(key.startsWith("age1pq1"), key);
    cli.run("init").succeeds();
    assertTrue(cli.read("secrets/prod.secrets").contains("\nto age1pq1"));
    cli.input("hunter2").run("set", "Token", "--type", "prod").succeeds();
    assertEquals("hunter2", cli.run("get", "Token", "--type", "prod").succeeds().out());
  }

  @Test
  void otherFile_isForADeployment() throws IOException {
    cli.run("init").succeeds();
    String key = cli.run("identity", "new", "--file", "ci.key").succeeds().out().strip();
    cli.run("reader", "add", "ci", key, "--type", "prod").succeeds();
    cli.input("hunter2").run("set", "Token", "--type", "prod").succeeds();
    Cli ci = cli.of("ci").variable("COUNTERSIGN_KEY_FILE", cli.path("ci.key").toString());
    assertEquals("hunter2", ci.run("get", "Token", "--type", "prod").succeeds().out());
  }

  @Test
  void passphrase_isAskedForWhereverValuesAreOpened() throws IOException {
    FakeTerminal person = FakeTerminal.typing(PASSPHRASE, PASSPHRASE);
    String key = cli.terminal(person).run("identity", "new", "--passphrase").succeeds().out();
    assertFalse(Files.readString(cli.identityFile()).contains("AGE-SECRET-KEY"));
    cli.terminal(FakeTerminal.typing(PASSPHRASE)).run("init").succeeds();
    cli.input("hunter2").run("set", "Token", "--type", "prod").succeeds();

    FakeTerminal again = FakeTerminal.typing(PASSPHRASE);
    cli.terminal(again)
        .run("get", "Token", "--type", "prod", "--reveal")
        .succeeds()
        .hides(PASSPHRASE)
        .prints("hunter2");
    assertEquals(1, again.prompts().size());
    assertEquals("passphrase of " + cli.identityFile() + ": ", again.prompts().get(0));
    cli.terminal(FakeTerminal.typing("guess"))
        .run("get", "Token", "--type", "prod", "--reveal")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells("this is not the passphrase of " + cli.identityFile());
    cli.run("get", "Token", "--type", "prod")
        .exits(ExitStatus.UNUSABLE)
        .printsNothing()
        .tells("nobody can be asked for it here")
        .tells("COUNTERSIGN_KEY_FILE");
    Result shown = cli.terminal(FakeTerminal.typing(PASSPHRASE)).run("identity", "show");
    assertEquals(key, shown.succeeds().out());
  }

  @Test
  void passphraseThatCannotBeAskedOrDiffers_makesNothing() {
    cli.run("identity", "new", "--passphrase")
        .exits(ExitStatus.USAGE)
        .tells("leave --passphrase away");
    for (String[] typed : new String[][] {{PASSPHRASE, "other"}, {"", ""}, {}, {PASSPHRASE}}) {
      cli.terminal(FakeTerminal.typing(typed))
          .run("identity", "new", "--passphrase")
          .exits(ExitStatus.USAGE)
          .printsNothing();
    }
    assertFalse(Files.exists(cli.identityFile()));
  }
}
