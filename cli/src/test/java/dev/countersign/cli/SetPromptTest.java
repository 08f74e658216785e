package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code secret set} with a person before the screen. */
final class SetPromptTest extends SetScenario {
  @Test
  void prompt_namesSecretAndPlaceAndAsksTwice() {
    FakeTerminal terminal = FakeTerminal.typing(VALUE, VALUE);
    cli.terminal(terminal)
        .run("set", "GitHubAPIToken", "--type", "dev,local")
        .succeeds()
        .hides(VALUE);
    assertEquals(
        List.of("value of GitHubAPIToken for dev, local: ", "once more: "), terminal.prompts());
    assertEquals(VALUE, get("GitHubAPIToken", "--type", "dev"));
  }

  @Test
  void noConfirm_asksOnce() {
    FakeTerminal terminal = FakeTerminal.typing(VALUE);
    cli.terminal(terminal).run("set", "GitHubAPIToken", "--override", "--no-confirm").succeeds();
    assertEquals(List.of("value of GitHubAPIToken in .secrets.local: "), terminal.prompts());
  }

  @Test
  void whatIsTypedAmiss_setsNothing() {
    refuses("the two differ", () -> type("one", "two"));
    refuses("nothing was typed", () -> type());
    refuses("nothing was typed to confirm it", () -> type(VALUE));
    refuses("the value is empty", () -> type("", ""));
    refuses("not UTF-8", () -> type("a\uFFFDb", "a\uFFFDb"));
    refuses("not UTF-8", () -> type("a\uD800", "a\uD800"));
  }

  @Test
  void terminalThatCannotHideWhatIsTyped_isNotReadFrom() {
    refuses(
        "the value cannot be asked for",
        () ->
            cli.input(VALUE)
                .terminal(new FakeTerminal(true, false))
                .run("set", "GitHubAPIToken", "--type", "dev"));
  }

  @Test
  void linesThatNobodyAskedFor_setNothingAndReachNoShell() {
    FakeTerminal pasted = FakeTerminal.typing("{").pasting("\"a\": 1\n}\n");
    String[] line = {"set", "GitHubAPIToken", "--type", "dev", "--no-confirm"};
    refuses("more lines came than were asked for", () -> cli.terminal(pasted).run(line));
    assertEquals("", pasted.surplus());
    FakeTerminal twice = FakeTerminal.typing("{", "\"a\": 1").pasting("}\n");
    refuses(
        "if it has several lines pipe it in",
        () -> cli.terminal(twice).run("set", "GitHubAPIToken", "--type", "dev"));
    assertEquals("", twice.surplus());
  }

  @Test
  void lineThatATerminalWouldCut_isRefused() {
    String cut = "x".repeat(4094);
    refuses("a line is longer than a terminal takes", () -> type(cut, cut));
    String lines = ("x".repeat(900) + "\n").repeat(10);
    type(lines, lines).succeeds();
    assertEquals(lines, get("GitHubAPIToken", "--type", "dev"));
  }

  private Result type(String... answers) {
    return cli.terminal(FakeTerminal.typing(answers)).run("set", "GitHubAPIToken", "--type", "dev");
  }
}
