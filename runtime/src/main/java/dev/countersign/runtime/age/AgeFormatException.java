package dev.countersign.runtime.age;

/**
 * An age file, its armor or a key's text is damaged or forged. Stop: no other identity will help.
 *
 * <p>The message never quotes what was read, so it may be shown even where that was a private key.
 */
public final class AgeFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  AgeFormatException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Says which layer of the format refused the input. */
  public Reason reason() {
    return reason;
  }

  /** The layers of the format, outermost first. */
  public enum Reason {
    /** The ASCII armor around the file. */
    ARMOR,
    /** The version line, a recipient stanza, or the payload's nonce. */
    HEADER,
    /** The header's authentication code: the header was changed after it was written. */
    HMAC,
    /** The sealed payload: cut short, changed, or followed by something. */
    PAYLOAD,
    /** The text of a recipient or an identity, or of a file of identities. */
    KEY
  }
}
