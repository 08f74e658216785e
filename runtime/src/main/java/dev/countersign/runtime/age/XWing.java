package dev.countersign.runtime.age;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * A key pair of X-Wing, the combination of ML-KEM-768 and X25519.
 *
 * <p>The seed is expanded here because Bouncy Castle's own key generator does it by way of a {@code
 * SecureRandom}, which would load every security provider where a file is merely opened.
 */
final class XWing {
  static final int SEED_LENGTH = 32;
  static final int PUBLIC_KEY_LENGTH = 1216;
  static final int SHARE_LENGTH = 1120;

  private static final int SHAKE_BITS = 256;
  private static final int MLKEM_SEED_LENGTH = 64;

  private final XWingPrivateKeyParameters key;
  private final byte[] publicKey;

  private XWing(XWingPrivateKeyParameters key, byte[] publicKey) {
    this.key = key;
    this.publicKey = publicKey;
  }

  static XWing expand(byte[] seed) {
    byte[] expanded = new byte[MLKEM_SEED_LENGTH + X25519.SCALAR_SIZE];
    SHAKEDigest shake = new SHAKEDigest(SHAKE_BITS);
    shake.update(seed, 0, seed.length);
    shake.doFinal(expanded, 0, expanded.length);
    byte[] mlkemSeed = Arrays.copyOf(expanded, MLKEM_SEED_LENGTH);
    byte[] scalar = Arrays.copyOfRange(expanded, MLKEM_SEED_LENGTH, expanded.length);
    try {
      return pair(
          seed, new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, mlkemSeed), scalar);
    } finally {
      Arrays.fill(expanded, (byte) 0);
      Arrays.fill(mlkemSeed, (byte) 0);
      Arrays.fill(scalar, (byte) 0);
    }
  }

  private static XWing pair(byte[] seed, MLKEMPrivateKeyParameters mlkem, byte[] scalar) {
    byte[] point = X25519Agreement.publicPoint(scalar);
    XWingPrivateKeyParameters key =
        new XWingPrivateKeyParameters(
            seed,
            mlkem,
            new X25519PrivateKeyParameters(scalar),
            mlkem.getPublicKeyParameters(),
            new X25519PublicKeyParameters(point));
    byte[] publicKey = Arrays.copyOf(mlkem.getPublicKey(), PUBLIC_KEY_LENGTH);
    System.arraycopy(point, 0, publicKey, PUBLIC_KEY_LENGTH - point.length, point.length);
    return new XWing(key, publicKey);
  }

  /** Returns the half of a public key that is a point on Curve25519. */
  static byte[] point(byte[] publicKey) {
    return Arrays.copyOfRange(publicKey, PUBLIC_KEY_LENGTH - X25519.POINT_SIZE, PUBLIC_KEY_LENGTH);
  }

  byte[] publicKey() {
    return publicKey;
  }

  /**
   * Returns the secret shared with whoever made the share; null if its point is of low order. A
   * share for another key yields a secret all the same, which then opens nothing.
   */
  byte @Nullable [] agree(byte[] share) {
    try {
      return new XWingKEMExtractor(key).extractSecret(share);
    } catch (IllegalStateException e) {
      return null;
    }
  }
}
