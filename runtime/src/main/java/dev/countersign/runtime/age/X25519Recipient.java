package dev.countersign.runtime.age;

import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** A classic public key, {@code age1…}: a point on Curve25519. */
final class X25519Recipient extends Recipient {
  static final String PREFIX = "age";

  private final byte[] point;

  private X25519Recipient(byte[] point, String text) {
    super(text);
    this.point = point;
  }

  static X25519Recipient of(byte[] point) {
    return new X25519Recipient(point, Bech32.encode(PREFIX, point));
  }

  static X25519Recipient parse(String text) throws AgeFormatException {
    byte[] point = Bech32.decode(PREFIX, text, X25519.POINT_SIZE);
    if (LowOrderPoints.contains(point)) {
      throw new AgeFormatException(
          AgeFormatException.Reason.KEY, "a public key of low order, which protects nothing");
    }
    return new X25519Recipient(point, text);
  }

  @Override
  public boolean isPostQuantum() {
    return false;
  }

  @Override
  Stanza wrap(byte[] fileKey) {
    byte[] secret = Randomness.bytes(X25519.SCALAR_SIZE);
    byte[] share = X25519Agreement.publicPoint(secret);
    byte[] key = X25519Agreement.wrapKey(secret, point, share, point);
    Arrays.fill(secret, (byte) 0);
    if (key == null) {
      throw new IllegalStateException("points of low order are refused where they are read");
    }
    try {
      List<String> words = List.of(X25519Agreement.TYPE, StrictBase64.encodeUnpadded(share));
      return new Stanza(words, Aead.wrap(key, Aead.ZERO_NONCE, fileKey));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  byte[] point() {
    return point;
  }
}
