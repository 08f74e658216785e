package dev.countersign.runtime.age;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.jspecify.annotations.Nullable;

/** A classic private key, {@code AGE-SECRET-KEY-1…}. */
final class X25519Identity extends Identity {
  static final String PREFIX = "age-secret-key-";

  private final byte[] scalar;
  private @Nullable X25519Recipient recipient;

  X25519Identity(byte[] scalar) {
    this.scalar = scalar;
  }

  static X25519Identity parse(String text) throws AgeFormatException {
    return new X25519Identity(Bech32.decodeUpperCase(PREFIX, text, X25519.SCALAR_SIZE));
  }

  static X25519Identity generate() {
    return new X25519Identity(Randomness.bytes(X25519.SCALAR_SIZE));
  }

  /** Computed once, where it is first needed. Two threads may both do it, to the same end. */
  @Override
  public X25519Recipient recipient() {
    X25519Recipient known = recipient;
    if (known == null) {
      known = X25519Recipient.of(X25519Agreement.publicPoint(scalar));
      recipient = known;
    }
    return known;
  }

  @Override
  public String encoded() {
    return Bech32.encodeUpperCase(PREFIX, scalar);
  }

  @Override
  byte @Nullable [] unwrap(Stanza stanza) throws AgeFormatException {
    if (!stanza.isType(X25519Agreement.TYPE)) {
      return null;
    }
    byte[] share = stanza.decodedArgument(1, 1, X25519.POINT_SIZE);
    byte[] wrapped = stanza.wrappedFileKey();
    byte[] key = X25519Agreement.wrapKey(scalar, share, share, recipient().point());
    if (key == null) {
      throw stanza.malformed("has a share of low order");
    }
    try {
      return Aead.unwrap(key, Aead.ZERO_NONCE, wrapped);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }
}
