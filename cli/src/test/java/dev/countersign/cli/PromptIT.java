package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher on a pseudo-terminal, where there is a Python to make one. */
final class PromptIT {
  private static final String TWICE =
      "[[\"value of\", \"hunter2-ß\\n\"], [\"once more\", \"hunter2-ß\\n\"]]";
  private static final String INTERRUPT = "[[\"value of\", \"half-typed\\u0003\"]]";
  private static final String PASSPHRASE = "correct-horse";
  private static final String[] GET = {"get", "Token", "--type", "dev"};

  @TempDir Path temporary;
  private Cli cli;
  private PseudoTerminal terminal;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(PseudoTerminal.isThere(), "no python3 with pseudo-terminals");
    cli = Cli.initialized(temporary);
    terminal = new PseudoTerminal(temporary, cli);
  }

  @Test
  void whatIsTyped_isSetAndNeverShown() throws Exception {
    String shown = terminal.secret(TWICE, "set", "Token", "--type", "dev");
    assertTrue(shown.startsWith("0 echo\n"), shown);
    assertTrue(shown.contains("value of Token for dev: "), shown);
    assertTrue(shown.contains("set Token for dev (v1)"), shown);
    assertFalse(shown.contains("hunter2"), shown);
    assertEquals("hunter2-ß", cli.run("get", "Token", "--type", "dev").succeeds().out());
  }

  @Test
  void paste_isTakenWithAllItsLines() throws Exception {
    String paste = "\\u001b[200~{\\r\\n  hunter2\\r}\\u001b[201~\\n";
    String replies = "[[\"value of\", \"" + paste + "\"], [\"once more\", \"" + paste + "\"]]";
    String shown =
        terminal.secret(replies.replace("\\r\\n", "\\r"), "set", "Token", "--type", "dev");
    assertTrue(shown.startsWith("0 echo\n"), shown);
    assertFalse(shown.contains("hunter2"), shown);
    assertEquals("{\n  hunter2\n}", cli.run("get", "Token", "--type", "dev").succeeds().out());
  }

  @Test
  void pasteThatNobodyMarks_isNotLeftToTheShell() throws Exception {
    String typed = "[[\"value of\", \"{\\nhunter2\\n}\\nhalf\"]]";
    String line = "'" + Launcher.PATH + "' set Token --type dev; stty -icanon min 0 time 5; cat";
    String shown = terminal.run(typed, List.of("sh", "-c", line));
    assertTrue(shown.contains("the two differ: nothing was set"), shown);
    assertFalse(shown.contains("hunter2") || shown.contains("half"), shown);
  }

  @Test
  void interruptAtThePrompt_leavesNothing() throws Exception {
    Map<String, String> before = cli.files();
    String shown = terminal.secret(INTERRUPT, "set", "Token", "--type", "dev");
    assertTrue(shown.startsWith("130 echo\n"), shown);
    assertFalse(shown.contains("half-typed"), shown);
    assertTrue(shown.lastIndexOf("[?2004h") < shown.lastIndexOf("[?2004l"), shown); // pastes
    assertEquals(before, cli.files());
  }

  @Test
  void value_isPrintedOnATerminalOnlyToReveal() throws Exception {
    cli.input("hunter2").run("set", "Token", "--type", "dev").succeeds();
    String refused = terminal.secret("[]", "get", "Token", "--type", "dev");
    assertTrue(refused.startsWith("2 echo\n"), refused);
    assertFalse(refused.contains("hunter2"), refused);
    String revealed = terminal.secret("[]", "get", "Token", "--type", "dev", "--reveal");
    assertTrue(revealed.contains("hunter2"), revealed);
  }

  @Test
  void value_isAskedForOnTheTerminal_whereverTheOutputGoes() throws Exception {
    String shown = inAPipe(TWICE, "set", "Token", "--type", "dev");
    assertTrue(shown.startsWith("0 echo\n"), shown);
    assertTrue(shown.contains("set Token for dev (v1)"), shown);
    assertFalse(shown.contains("hunter2"), shown);
    assertEquals("hunter2-ß", cli.run("get", "Token", "--type", "dev").succeeds().out());
  }

  @Test
  void passphrase_isAskedForOnTheTerminal_whereverTheValueGoes() throws Exception {
    protectIdentity();
    String shown = inAPipe("[[\"passphrase of\", \"" + PASSPHRASE + "\\n\"]]", GET);
    assertTrue(shown.startsWith("0 echo\n"), shown);
    assertTrue(shown.contains("through the pipe: hunter2"), shown);
    assertFalse(shown.contains(PASSPHRASE), shown);
  }

  @Test
  void passphrase_isAskedForOnTheTerminal_whereverTheInputComesFrom() throws Exception {
    protectIdentity();
    String line = "'" + Launcher.PATH + "' " + String.join(" ", GET) + " --reveal </dev/null";
    String typed = "[[\"passphrase of\", \"" + PASSPHRASE + "\\n\"]]";
    String shown = terminal.run(typed, List.of("sh", "-c", line));
    assertTrue(shown.startsWith("0 echo\n"), shown);
    assertTrue(shown.contains("hunter2"), shown);
  }

  @Test
  void interruptAtThePassphrase_showsAgainWhatIsTyped() throws Exception {
    protectIdentity();
    String shown = inAPipe("[[\"passphrase of\", \"half-typed\\u0003\"]]", GET);
    assertTrue(shown.startsWith("0 echo\n"), shown);
    assertTrue(shown.endsWith("through the pipe: \r\n"), shown);
    assertFalse(shown.contains("half-typed"), shown);
  }

  @Test
  void withoutAnyTerminal_nobodyIsAsked() throws Exception {
    protectIdentity();
    String alone = "import os, sys; os.setsid(); os.execvp(sys.argv[1], sys.argv[1:])";
    List<String> line = new ArrayList<>(List.of("python3", "-c", alone, Launcher.PATH.toString()));
    line.addAll(List.of(GET));
    String shown = terminal.start(new ProcessBuilder(line));
    assertTrue(shown.contains("nobody can be asked for it here"), shown);
  }

  private void protectIdentity() throws Exception {
    cli.input("hunter2").run("set", "Token", "--type", "dev").succeeds();
    FakeTerminal person = FakeTerminal.typing(PASSPHRASE, PASSPHRASE);
    String file = cli.identityFile() + ".new";
    String key =
        cli.terminal(person)
            .run("identity", "new", "--passphrase", "--file", file)
            .succeeds()
            .out()
            .strip();
    cli.run("reader", "add", "me", key, "--type", "dev").succeeds();
    Files.move(Path.of(file), cli.identityFile(), StandardCopyOption.REPLACE_EXISTING);
  }

  /** The shell outlives an interrupt, as the one outlives it that a person types into. */
  private String inAPipe(String replies, String... words) throws Exception {
    String line =
        "trap : INT; '"
            + Launcher.PATH
            + "' "
            + String.join(" ", words)
            + " | cat >out; echo \"through the pipe: $(cat out)\"";
    return terminal.run(replies, List.of("sh", "-c", line));
  }
}
