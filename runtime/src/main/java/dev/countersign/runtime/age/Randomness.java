package dev.countersign.runtime.age;

import java.security.SecureRandom;

/** The only source of random bytes. Opening never needs one, so it never pays for loading this. */
final class Randomness {
  static final SecureRandom SOURCE = new SecureRandom();

  private Randomness() {}

  static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    SOURCE.nextBytes(bytes);
    return bytes;
  }
}
