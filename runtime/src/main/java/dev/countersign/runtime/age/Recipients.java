package dev.countersign.runtime.age;

import java.util.List;

/** Reads recipients. */
public final class Recipients {
  private Recipients() {}

  /** Reads {@code age1…} or {@code age1pq1…}, without anything around it. */
  public static Recipient parse(String text) throws AgeFormatException {
    if (text.startsWith(HybridRecipient.PREFIX + "1")) {
      return HybridRecipient.parse(text);
    }
    if (text.startsWith(Identities.SECRET)) {
      throw malformed("a private key where its public half, age1…, belongs: keep it to yourself");
    }
    if (text.startsWith("age1") && text.lastIndexOf('1') > X25519Recipient.PREFIX.length()) {
      throw malformed("the recipient of a plugin, and those are not supported");
    }
    return X25519Recipient.parse(text);
  }

  private static AgeFormatException malformed(String what) {
    return new AgeFormatException(AgeFormatException.Reason.KEY, what);
  }

  static void requireCompatible(List<? extends Recipient> recipients) {
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("no recipient: nobody could open the file");
    }
    boolean postQuantum = recipients.get(0).isPostQuantum();
    for (Recipient recipient : recipients) {
      if (recipient.isPostQuantum() != postQuantum) {
        throw new IllegalArgumentException(
            "post-quantum and classic recipients in one file: the classic ones would undo it");
      }
    }
  }
}
