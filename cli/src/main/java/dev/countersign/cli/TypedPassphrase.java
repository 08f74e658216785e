package dev.countersign.cli;

import dev.countersign.runtime.store.Passphrases;
import org.jspecify.annotations.Nullable;

/** Asks the person before the screen for the passphrase of their identity. */
final class TypedPassphrase implements Passphrases {
  private final Terminal terminal;

  TypedPassphrase(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public char @Nullable [] ask(String source) {
    return terminal.canAsk() ? terminal.ask("passphrase of " + source + ": ") : null;
  }
}
