package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import --replace} asks a person on a terminal before it takes values away. */
final class ReplaceConfirmationIT {
  private static final String QUESTION = "remove 1 value? type yes";

  @TempDir Path temporary;
  private Cli cli;
  private PseudoTerminal terminal;
  private Map<String, String> before;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(PseudoTerminal.isThere(), "no python3 with pseudo-terminals");
    cli = Cli.initialized(temporary);
    cli.input("hunter2").run("set", "Token", "--type", "dev").succeeds();
    cli.input("smtp.example").run("set", "Host", "--type", "dev").succeeds();
    cli.write("dev.env", "Host=smtp.example\nRetries=3\n");
    terminal = new PseudoTerminal(temporary, cli);
    before = cli.files();
  }

  private String replace(String typed) throws Exception {
    String[] words = {"import", "--replace", "--type", "dev", "dev.env"};
    String shown = terminal.secret(PseudoTerminal.reply(QUESTION, typed), words);
    assertTrue(shown.contains("would remove Token for dev"), shown);
    assertFalse(shown.contains("hunter2"), shown);
    return shown;
  }

  @Test
  void typedYes_removes() throws Exception {
    String shown = replace("yes\\n");
    assertTrue(shown.startsWith("0 echo\n"), shown);
    assertTrue(shown.contains("1 added, 1 removed, 1 unchanged"), shown);
    cli.run("get", "Token", "--type", "dev").exits(ExitStatus.NO);
    assertEquals("3", cli.run("get", "Retries", "--type", "dev").succeeds().out());
  }

  @Test
  void anythingElse_leavesAllAsItWas() throws Exception {
    for (String typed : new String[] {"no\\n", "y\\n", "\\n", "\\u0004"}) {
      String shown = replace(typed);
      assertTrue(shown.startsWith("2 echo\n"), shown);
      assertTrue(shown.contains("not confirmed: nothing was done"), shown);
      assertEquals(before, cli.files());
    }
  }

  @Test
  void interrupt_leavesAllAsItWas() throws Exception {
    String shown = replace("ye" + PseudoTerminal.INTERRUPT);
    assertTrue(shown.startsWith("130 echo\n"), shown);
    assertEquals(before, cli.files());
  }
}
