package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;

/** Someone else set or unset the secret in the meantime. Nothing was written: look, then decide. */
public final class VersionConflictException extends StoreException {
  private static final long serialVersionUID = 1L;

  private final int actual;

  /**
   * Makes an exception.
   *
   * @param expected the version that the writer had seen
   * @param actual the version that is there
   */
  public VersionConflictException(
      SecretName name, Environment environment, int expected, int actual) {
    super(
        name
            + " of "
            + environment
            + " is at version "
            + actual
            + ", not "
            + expected
            + ": it was changed meanwhile",
        "look at it with: secret list, then run the command again");
    this.actual = actual;
  }

  /** Returns the version that is there. */
  public int actual() {
    return actual;
  }
}
