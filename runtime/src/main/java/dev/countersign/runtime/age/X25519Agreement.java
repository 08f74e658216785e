package dev.countersign.runtime.age;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.jspecify.annotations.Nullable;

/** What both ends of an X25519 stanza compute: the key that wraps the file key. */
final class X25519Agreement {
  static final String TYPE = "X25519";

  private static final String LABEL = "age-encryption.org/v1/X25519";

  private static final byte[] BASE_POINT = {9};

  private X25519Agreement() {}

  /**
   * Returns the public half of a private key. Bouncy Castle has a method made for this, which is
   * faster from the second call on, but first computes tables for Ed25519.
   */
  static byte[] publicPoint(byte[] scalar) {
    byte[] base = Arrays.copyOf(BASE_POINT, X25519.POINT_SIZE);
    byte[] point = new byte[X25519.POINT_SIZE];
    X25519.scalarMult(scalar, 0, base, 0, point, 0);
    return point;
  }

  /**
   * Returns the wrapping key, or null where the point is of low order, so that anyone could compute
   * it.
   */
  static byte @Nullable [] wrapKey(byte[] scalar, byte[] point, byte[] share, byte[] recipient) {
    byte[] shared = new byte[X25519.POINT_SIZE];
    try {
      if (!X25519.calculateAgreement(scalar, 0, point, 0, shared, 0)) {
        return null;
      }
      return Hkdf.derive(shared, concatenate(share, recipient), LABEL);
    } finally {
      Arrays.fill(shared, (byte) 0);
    }
  }

  private static byte[] concatenate(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
