package dev.countersign.runtime.age;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A post-quantum private key, {@code AGE-SECRET-KEY-PQ-1…}: the seed of both its halves. */
final class HybridIdentity extends Identity {
  static final String PREFIX = "age-secret-key-pq-";

  private final byte[] seed;
  private @Nullable XWing pair;

  HybridIdentity(byte[] seed) {
    this.seed = seed;
  }

  static HybridIdentity generate() {
    return new HybridIdentity(Randomness.bytes(XWing.SEED_LENGTH));
  }

  static HybridIdentity parse(String text) throws AgeFormatException {
    return new HybridIdentity(Bech32.decodeUpperCase(PREFIX, text, XWing.SEED_LENGTH));
  }

  @Override
  public Recipient recipient() {
    return HybridRecipient.of(pair().publicKey());
  }

  @Override
  public String encoded() {
    return Bech32.encodeUpperCase(PREFIX, seed);
  }

  @Override
  byte @Nullable [] unwrap(Stanza stanza) throws AgeFormatException {
    if (!stanza.isType(Hpke.TYPE)) {
      return null;
    }
    byte[] share = stanza.decodedArgument(1, 1, XWing.SHARE_LENGTH);
    byte[] wrapped = stanza.wrappedFileKey();
    byte[] shared = pair().agree(share);
    if (shared == null) {
      throw stanza.malformed("has a share of low order");
    }
    try {
      return Hpke.open(shared, wrapped);
    } finally {
      Arrays.fill(shared, (byte) 0);
    }
  }

  /** Expanded once, where it is first needed. Two threads may both do it, to the same end. */
  private XWing pair() {
    XWing known = pair;
    if (known == null) {
      known = XWing.expand(seed);
      pair = known;
    }
    return known;
  }
}
