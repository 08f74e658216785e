package dev.countersign.runtime.age;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/** HKDF-SHA-256 with the one output length that age uses. */
final class Hkdf {
  static final int KEY_LENGTH = 32;

  private Hkdf() {}

  /** Derives a key. The caller wipes it, and the key it came from. */
  static byte[] derive(byte[] key, byte[] salt, String info) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(Sha256.create());
    generator.init(new HKDFParameters(key, salt, info.getBytes(StandardCharsets.US_ASCII)));
    byte[] derived = new byte[KEY_LENGTH];
    generator.generateBytes(derived, 0, KEY_LENGTH);
    return derived;
  }
}
