package dev.countersign.runtime.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.junit.jupiter.api.Test;

/** What is arranged for a cold start computes what Bouncy Castle computes without that. */
class PrimitivesTest {
  private final Random random = new Random(1);

  @Test
  void sha256_isThatOfBouncyCastle() {
    for (int length = 0; length < 300; length++) {
      byte[] bytes = randomBytes(length);
      SHA256Digest ours = Sha256.create();
      assertArrayEquals(digest(new SHA256Digest(), bytes), digest(ours, bytes));
      assertArrayEquals(digest(new SHA256Digest(), bytes), digest(ours, bytes), "used again");
    }
  }

  @Test
  void chaCha20Poly1305_isThatOfBouncyCastle() throws Exception {
    for (int length = 0; length < 400; length++) {
      byte[] key = randomBytes(32);
      byte[] nonce = randomBytes(12);
      byte[] plaintext = randomBytes(length);
      byte[] sealed = Aead.wrap(key, nonce, plaintext);
      assertArrayEquals(bouncyCastle(key, nonce, plaintext), sealed);
      assertArrayEquals(plaintext, Aead.unwrap(key, nonce, sealed));
    }
  }

  @Test
  void oneCipher_sealsManyMessages() throws Exception {
    byte[] key = randomBytes(32);
    Aead aead = new Aead(key);
    for (int i = 1; i < 10; i++) {
      byte[] nonce = randomBytes(12);
      byte[] plaintext = randomBytes(40 * i);
      byte[] sealed = new byte[plaintext.length + Aead.TAG_LENGTH];
      aead.seal(nonce, plaintext, 0, plaintext.length, sealed, 0);
      assertArrayEquals(bouncyCastle(key, nonce, plaintext), sealed);
    }
  }

  @Test
  void oneCipher_opensOnAfterARefusal() {
    byte[] key = randomBytes(32);
    byte[] nonce = randomBytes(12);
    byte[] sealed = Aead.wrap(key, nonce, randomBytes(100));
    byte[] opened = new byte[100];
    Aead aead = new Aead(key);
    sealed[5] ^= 1;
    assertFalse(aead.open(nonce, sealed, 0, sealed.length, opened, 0));
    sealed[5] ^= 1;
    assertTrue(aead.open(nonce, sealed, 0, sealed.length, opened, 0));
  }

  @Test
  void publicPoint_isThatOfBouncyCastle() {
    for (int i = 0; i < 50; i++) {
      byte[] scalar = randomBytes(32);
      byte[] expected = new byte[32];
      X25519.scalarMultBase(scalar, 0, expected, 0);
      assertArrayEquals(expected, X25519Agreement.publicPoint(scalar));
    }
  }

  private static byte[] digest(SHA256Digest digest, byte[] bytes) {
    byte[] hash = new byte[32];
    digest.update(bytes, 0, bytes.length);
    digest.doFinal(hash, 0);
    return hash;
  }

  private static byte[] bouncyCastle(byte[] key, byte[] nonce, byte[] plaintext) throws Exception {
    ChaCha20Poly1305 cipher = new ChaCha20Poly1305();
    cipher.init(true, new ParametersWithIV(new KeyParameter(key), nonce));
    byte[] sealed = new byte[plaintext.length + Aead.TAG_LENGTH];
    int written = cipher.processBytes(plaintext, 0, plaintext.length, sealed, 0);
    return Arrays.copyOf(sealed, written + cipher.doFinal(sealed, written));
  }

  private byte[] randomBytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
