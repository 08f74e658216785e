package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * A short name for a recipient: the first 16 hexadecimal digits of the SHA-256 of its text.
 *
 * <p>It tells keys apart that nobody chose to collide. It does not stand in for the recipient: 64
 * bits are few enough for someone to make two keys that share them.
 */
public final class Fingerprint {
  private static final int LENGTH = 8;

  private Fingerprint() {}

  /** Returns the fingerprint of a recipient. */
  public static String of(Recipient recipient) {
    return of(recipient.toString());
  }

  /** Returns the fingerprint of a text, which is not checked. */
  public static String of(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    SHA256Digest digest = Sha256.create();
    digest.update(bytes, 0, bytes.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hex(hash, LENGTH);
  }

  static String hex(byte[] bytes, int length) {
    StringBuilder hex = new StringBuilder(2 * length);
    for (int i = 0; i < length; i++) {
      hex.append(Character.forDigit((bytes[i] >>> 4) & 15, 16));
      hex.append(Character.forDigit(bytes[i] & 15, 16));
    }
    return hex.toString();
  }
}
