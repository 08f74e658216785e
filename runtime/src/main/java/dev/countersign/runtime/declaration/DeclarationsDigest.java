package dev.countersign.runtime.declaration;

import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * The digest by which a program notices that {@code secrets.toml} changed after it was compiled.
 */
public final class DeclarationsDigest {
  private static final int STATE_LENGTH = 53;
  private static final String HEX = "0123456789abcdef";

  private DeclarationsDigest() {}

  /** Returns the SHA-256 of a file's bytes, in hex. Loads no TOML library. */
  public static String of(byte[] file) {
    SHA256Digest digest = new SHA256Digest(new byte[STATE_LENGTH]); // asks for no permissions
    digest.reset();
    digest.update(file, 0, file.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hex(hash);
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder(2 * bytes.length);
    for (byte b : bytes) {
      text.append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
    }
    return text.toString();
  }
}
