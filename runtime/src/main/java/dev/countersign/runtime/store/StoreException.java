package dev.countersign.runtime.store;

import org.jspecify.annotations.Nullable;

/**
 * A file of the store, a key or a lock could not be used. The message says what happened and, on a
 * line of its own, what mends it. It never holds a value or a private key.
 */
public class StoreException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String fact;
  private final String fix;

  /**
   * Makes an exception.
   *
   * @param fact what happened and where, without a full stop
   * @param fix the command or the line that mends it
   */
  public StoreException(String fact, String fix) {
    this(fact, fix, null);
  }

  StoreException(String fact, String fix, @Nullable Throwable cause) {
    super(fact + "\n  fix: " + fix, cause);
    this.fact = fact;
    this.fix = fix;
  }

  /** Returns what happened and where: the message without its {@code fix:} line. */
  public final String fact() {
    return fact;
  }

  /** Returns the command or the line that mends it. */
  public final String fix() {
    return fix;
  }
}
