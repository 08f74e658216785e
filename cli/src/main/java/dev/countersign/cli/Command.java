package dev.countersign.cli;

import dev.countersign.runtime.dotenv.DotenvFormatException;
import dev.countersign.runtime.store.StoreException;

/** One command. It reads its arguments, delegates, and prints through the context alone. */
interface Command {
  /** Returns what the command takes. */
  Syntax syntax();

  /**
   * Runs the command.
   *
   * @return the exit status
   * @throws Failure to end it with a message
   * @throws StoreException if the store, a key or a file could not be used
   * @throws DotenvFormatException if {@code .secrets.local} could not be used
   */
  int run(Arguments arguments, Context context)
      throws Failure, StoreException, DotenvFormatException;
}
