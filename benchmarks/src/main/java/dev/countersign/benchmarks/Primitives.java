package dev.countersign.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * Opens one age file with Bouncy Castle alone, as it comes: what every opening must compute, on
 * parts that were taken apart before. Nothing is parsed, and a single chunk is all it can open.
 */
final class Primitives {
  private static final int KEY_LENGTH = 32;
  private static final int NONCE_LENGTH = 12;
  private static final int SALT_LENGTH = 16;
  private static final int TAG_LENGTH = 16;
  private static final byte[] NO_SALT = {};

  private final byte[] scalar;
  private final byte[] share;
  private final byte[] wrapSalt;
  private final byte[] wrapped;
  private final byte[] signed;
  private final byte[] mac;
  private final byte[] salt;
  private final byte[] sealed;

  /** Takes apart a file that is sealed to one X25519 recipient and has one chunk. */
  Primitives(byte[] file, byte[] scalar) {
    String text = new String(file, ISO_8859_1);
    String[] lines = text.split("\n", 5);
    int signedLength = text.indexOf("\n---") + "\n---".length();
    int payload = text.indexOf('\n', signedLength) + 1;
    this.scalar = scalar;
    this.share = Base64.getDecoder().decode(lines[1].substring("-> X25519 ".length()));
    this.wrapped = Base64.getDecoder().decode(lines[2]);
    this.signed = Arrays.copyOf(file, signedLength);
    this.mac = Base64.getDecoder().decode(lines[3].substring("--- ".length()));
    this.salt = Arrays.copyOfRange(file, payload, payload + SALT_LENGTH);
    this.sealed = Arrays.copyOfRange(file, payload + SALT_LENGTH, file.length);
    this.wrapSalt = concatenate(share, publicPoint(scalar));
  }

  byte[] open() {
    byte[] shared = new byte[KEY_LENGTH];
    if (!X25519.calculateAgreement(scalar, 0, share, 0, shared, 0)) {
      throw new IllegalStateException("a share of low order");
    }
    byte[] wrapKey = derive(shared, wrapSalt, "age-encryption.org/v1/X25519");
    byte[] fileKey = decrypt(wrapKey, new byte[NONCE_LENGTH], wrapped);
    requireAuthentic(derive(fileKey, NO_SALT, "header"));
    byte[] lastChunk = new byte[NONCE_LENGTH];
    lastChunk[NONCE_LENGTH - 1] = 1;
    return decrypt(derive(fileKey, salt, "payload"), lastChunk, sealed);
  }

  private void requireAuthentic(byte[] key) {
    HMac hmac = new HMac(new SHA256Digest());
    hmac.init(new KeyParameter(key));
    hmac.update(signed, 0, signed.length);
    byte[] computed = new byte[KEY_LENGTH];
    hmac.doFinal(computed, 0);
    if (!org.bouncycastle.util.Arrays.constantTimeAreEqual(computed, mac)) {
      throw new IllegalStateException("a changed header");
    }
  }

  private static byte[] derive(byte[] key, byte[] salt, String info) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(key, salt, info.getBytes(US_ASCII)));
    byte[] derived = new byte[KEY_LENGTH];
    generator.generateBytes(derived, 0, KEY_LENGTH);
    return derived;
  }

  private static byte[] decrypt(byte[] key, byte[] nonce, byte[] sealed) {
    ChaCha20Poly1305 cipher = new ChaCha20Poly1305();
    cipher.init(false, new ParametersWithIV(new KeyParameter(key), nonce));
    byte[] plaintext = new byte[sealed.length - TAG_LENGTH];
    try {
      int written = cipher.processBytes(sealed, 0, sealed.length, plaintext, 0);
      cipher.doFinal(plaintext, written);
      return plaintext;
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("a changed byte", e);
    }
  }

  private static byte[] publicPoint(byte[] scalar) {
    byte[] point = new byte[X25519.POINT_SIZE];
    X25519.generatePublicKey(scalar, 0, point, 0);
    return point;
  }

  private static byte[] concatenate(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
