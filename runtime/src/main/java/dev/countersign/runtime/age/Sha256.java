package dev.countersign.runtime.age;

import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * Makes Bouncy Castle's SHA-256 for a cold start.
 *
 * <p>Its plain constructor asks {@code CryptoServicesRegistrar}, a registry of constraints that we
 * never set, which first parses default numbers for DSA and Diffie-Hellman: 20 ms, a fifth of a
 * program that opens one value. A digest restored from a state asks nothing, and a reset then makes
 * it a fresh one.
 */
final class Sha256 {
  private static final int STATE_LENGTH = 53;

  private Sha256() {}

  static SHA256Digest create() {
    SHA256Digest digest = new SHA256Digest(new byte[STATE_LENGTH]);
    digest.reset();
    return digest;
  }
}
