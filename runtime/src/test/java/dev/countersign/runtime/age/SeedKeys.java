package dev.countersign.runtime.age;

import java.util.Arrays;

/** The keys that the seeds of fuzzing are sealed to. Everybody knows them: they keep no secret. */
public final class SeedKeys {
  /** A classic identity. */
  public static final Identity CLASSIC = new X25519Identity(repeated(1));

  /** A post-quantum identity. */
  public static final Identity HYBRID = new HybridIdentity(repeated(2));

  static final String PASSPHRASE = "everybody knows it";
  static final String PLAINTEXT = "no secret";

  private SeedKeys() {}

  private static byte[] repeated(int value) {
    byte[] bytes = new byte[XWing.SEED_LENGTH];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
