package dev.countersign.runtime.age;

import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.jspecify.annotations.Nullable;

/** ChaCha20-Poly1305 with one key for a run of messages, each under its own nonce. */
final class Aead {
  static final int TAG_LENGTH = 16;
  static final int NONCE_LENGTH = 12;

  /** For keys that are used once only. */
  static final byte[] ZERO_NONCE = new byte[NONCE_LENGTH];

  private final Cipher cipher = new Cipher();
  private final KeyParameter key;

  Aead(byte[] key) {
    this.key = new KeyParameter(key);
  }

  /** Wraps a file key under a key that is used this once. */
  static byte[] wrap(byte[] key, byte[] nonce, byte[] fileKey) {
    byte[] wrapped = new byte[fileKey.length + TAG_LENGTH];
    new Aead(key).seal(nonce, fileKey, 0, fileKey.length, wrapped, 0);
    return wrapped;
  }

  /** Undoes {@link #wrap}; null if the key is another or a byte was changed. */
  static byte @Nullable [] unwrap(byte[] key, byte[] nonce, byte[] wrapped) {
    byte[] fileKey = new byte[wrapped.length - TAG_LENGTH];
    return new Aead(key).open(nonce, wrapped, 0, wrapped.length, fileKey, 0) ? fileKey : null;
  }

  void seal(byte[] nonce, byte[] from, int offset, int length, byte[] to, int start) {
    cipher.init(true, new ParametersWithIV(key, nonce));
    try {
      int written = cipher.processBytes(from, offset, length, to, start);
      cipher.doFinal(to, start + written);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("encryption checks no tag", e);
    }
  }

  /** Opens one message; false if it does not authenticate, and then {@code to} holds rubbish. */
  boolean open(byte[] nonce, byte[] from, int offset, int length, byte[] to, int start) {
    cipher.init(false, new ParametersWithIV(key, nonce));
    try {
      int written = cipher.processBytes(from, offset, length, to, start);
      cipher.doFinal(to, start + written);
      return true;
    } catch (InvalidCipherTextException e) {
      return false;
    }
  }

  /** The composition of both is Bouncy Castle's, over our cipher that starts cold. */
  private static final class Cipher extends ChaCha20Poly1305 {
    Cipher() {
      super(new Poly1305(), new ChaCha20(), NONCE_LENGTH);
    }
  }
}
