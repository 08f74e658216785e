package dev.countersign.runtime.age;

import org.jspecify.annotations.Nullable;

/** A private key that opens what is encrypted to its recipient. It prints nothing of itself. */
public abstract sealed class Identity permits X25519Identity, HybridIdentity {
  Identity() {}

  /** Returns the public half. */
  public abstract Recipient recipient();

  /**
   * Returns the private text, {@code AGE-SECRET-KEY-…}. To audit disclosure, list the callers of
   * this method.
   */
  public abstract String encoded();

  /** Unwraps a file key, or returns null where the stanza is meant for another identity. */
  abstract byte @Nullable [] unwrap(Stanza stanza) throws AgeFormatException;

  /** Returns the same text for every identity. */
  @Override
  public final String toString() {
    return "Identity[redacted]";
  }
}
