package dev.countersign.benchmarks;

import dev.countersign.runtime.age.AgeFormatException;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import java.util.Arrays;
import java.util.Random;

/** The key and the values that are measured. They keep no secret. */
public final class SampleKeys {
  /** The private key whose 32 bytes are all one. */
  private static final String CLASSIC =
      "AGE-SECRET-KEY-1QYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZQGPQYQSZ9K4CN";

  private SampleKeys() {}

  public static Identity classic() {
    try {
      return Identities.parse(CLASSIC);
    } catch (AgeFormatException e) {
      throw new IllegalStateException("the sample key is malformed", e);
    }
  }

  /** Returns the same key as the primitives take it. */
  static byte[] scalar() {
    byte[] scalar = new byte[32];
    Arrays.fill(scalar, (byte) 1);
    return scalar;
  }

  /** Returns a value of so many bytes, the same each time. */
  public static byte[] value(int length) {
    byte[] value = new byte[length];
    new Random(length).nextBytes(value);
    return value;
  }
}
