package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code secret run} on a pseudo-terminal, which is the command's as if we were not there. */
final class RunOnTerminalIT {
  private static final String ASKING = "printf 'name? '; read name; echo \"hello $name, $Token\"";

  /** Counts interrupts for a second after the first, so that one handed on in vain would show. */
  private static final String COUNTING =
      "n=0; trap 'n=$((n + 1))' INT; echo ready; while [ $n -eq 0 ]; do sleep 0.1; done;"
          + " for i in 1 2 3 4 5 6 7 8 9 10; do sleep 0.1; done; echo caught $n; exit 7";

  @TempDir Path temporary;
  private PseudoTerminal terminal;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(PseudoTerminal.isThere(), "no python3 with pseudo-terminals");
    Cli cli = Cli.initialized(temporary);
    cli.input("hunter2").run("set", "Token", "--type", "dev").succeeds();
    terminal = new PseudoTerminal(temporary, cli);
  }

  private String run(String replies, String script) throws Exception {
    return terminal.secret(replies, "run", "--type", "dev", "--", "sh", "-c", script);
  }

  private String masked(String replies, String script) throws Exception {
    return terminal.secret(replies, "run", "--type", "dev", "--mask", "--", "sh", "-c", script);
  }

  private static String interruptOnce() {
    return PseudoTerminal.reply("ready", PseudoTerminal.INTERRUPT);
  }

  @Test
  void command_hasTheTerminalInAllItsStreams() throws Exception {
    String shown = run("[]", "test -t 0 && test -t 1 && test -t 2 && stty -a | grep -o isig");
    assertEquals("0 echo\nisig\r\n", shown);
  }

  @Test
  void command_readsWhatIsTyped() throws Exception {
    String shown = run(PseudoTerminal.reply("name? ", "ada\\n"), ASKING);
    assertTrue(shown.startsWith("0 echo\n"), shown);
    assertTrue(shown.contains("hello ada, hunter2"), shown);
  }

  @Test
  void interrupt_reachesTheCommandOnce_whoseStatusCounts() throws Exception {
    String shown = run(interruptOnce(), COUNTING);
    assertTrue(shown.startsWith("7 echo\n"), shown);
    assertTrue(shown.contains("caught 1\r\n"), shown);
  }

  @Test
  void interrupt_endsACommandThatDoesNotMind() throws Exception {
    String shown = run(interruptOnce(), "echo ready; exec sleep 60");
    assertTrue(shown.startsWith("130 echo\n"), shown);
    assertFalse(shown.contains("secret:"), shown);
  }

  @Test
  void commandThatIgnoresTheInterrupt_goesOn() throws Exception {
    String shown = run(interruptOnce(), "trap '' INT; echo ready; sleep 1; echo still here");
    assertTrue(shown.startsWith("0 echo\n"), shown);
    assertTrue(shown.contains("still here"), shown);
  }

  @Test
  void commandInTheBackground_endsWithUs() throws Exception {
    String line =
        "'"
            + Launcher.PATH
            + "' run --type dev -- sh -c 'echo ready; exec sleep 60' & child=$!;"
            + " read typed; kill -TERM $child; wait $child; echo status $?";
    List<String> shell = new ArrayList<>(List.of("sh", "-c", line));
    String shown = terminal.run(PseudoTerminal.reply("ready", "\\n"), shell);
    assertTrue(shown.contains("status 143"), shown);
  }

  @Test
  void mask_hidesValues_andLeavesTheTerminalForInput() throws Exception {
    String shown = masked(PseudoTerminal.reply("name? ", "ada\\n"), "test -t 0; " + ASKING);
    assertTrue(shown.startsWith("0 echo\n"), shown);
    assertTrue(shown.contains("hello ada, [redacted]\r\n"), shown);
    assertFalse(shown.contains("hunter2"), shown);
  }

  @Test
  void mask_showsWhatTheCommandSaysToAnInterrupt() throws Exception {
    String shown =
        masked(
            interruptOnce(),
            "trap 'echo bye $Token; exit 9' INT; echo ready;" + " while :; do sleep 0.1; done");
    assertTrue(shown.startsWith("9 echo\n"), shown);
    assertTrue(shown.contains("bye [redacted]\r\n"), shown);
    assertFalse(shown.contains("hunter2"), shown);
  }
}
