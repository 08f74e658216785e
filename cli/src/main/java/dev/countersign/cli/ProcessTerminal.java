package dev.countersign.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of this process. Java tells only whether both standard streams are terminals, so the
 * launcher says which are, in the property {@code countersign.terminals}: {@code 0} and {@code 1}
 * for input and output. Questions go to the terminal that the process was started from, wherever
 * they lead; where there is none such, as on Windows, to both.
 */
final class ProcessTerminal implements Terminal {
  static final String PROPERTY = "countersign.terminals";

  private final @Nullable Console console;
  private final String terminals;

  ProcessTerminal() {
    this.console = System.console();
    this.terminals = System.getProperty(PROPERTY, console == null ? "" : "01");
  }

  @Override
  public boolean isInput() {
    return terminals.indexOf('0') >= 0;
  }

  @Override
  public boolean isOutput() {
    return terminals.indexOf('1') >= 0;
  }

  @Override
  public int columns() {
    return ControllingTerminal.columns();
  }

  @Override
  public boolean canAsk() {
    return hasConsole() || ControllingTerminal.exists();
  }

  @Override
  public char @Nullable [] ask(String prompt) {
    return ControllingTerminal.exists() || console == null || !hasConsole()
        ? ControllingTerminal.ask(prompt)
        : console.readPassword("%s", prompt);
  }

  @Override
  public boolean discard() {
    return ControllingTerminal.discard();
  }

  private boolean hasConsole() {
    return console != null && isInput() && isOutput();
  }
}
