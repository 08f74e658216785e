package dev.countersign.runtime.age;

/**
 * A public key that files are encrypted to. Two are equal if their texts are.
 *
 * <p>A file does not show to whom it is encrypted, only to how many and to which kind of key.
 */
public abstract sealed class Recipient permits X25519Recipient, HybridRecipient {
  private final String text;

  Recipient(String text) {
    this.text = text;
  }

  /**
   * Says whether a quantum computer would not help against this key. Such keys and others must not
   * be recipients of one file.
   */
  public abstract boolean isPostQuantum();

  /** Wraps a file key for this recipient's identity alone. */
  abstract Stanza wrap(byte[] fileKey);

  @Override
  public final boolean equals(Object other) {
    return other instanceof Recipient recipient && recipient.text.equals(text);
  }

  @Override
  public final int hashCode() {
    return text.hashCode();
  }

  /** Returns the public text, {@code age1…} or {@code age1pq1…}. */
  @Override
  public final String toString() {
    return text;
  }
}
