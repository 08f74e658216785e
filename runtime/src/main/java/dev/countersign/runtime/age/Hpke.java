package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.jspecify.annotations.Nullable;

/**
 * HPKE (RFC 9180) in the one way that a hybrid stanza uses it: base mode, X-Wing, HKDF-SHA256,
 * ChaCha20-Poly1305, one message.
 */
final class Hpke {
  static final String TYPE = "mlkem768x25519";

  private static final byte[] NOTHING = {};
  private static final byte[] INFO = ascii("age-encryption.org/mlkem768x25519");
  private static final byte[] VERSION = ascii("HPKE-v1");

  /** "HPKE", and the numbers of the KEM, the key derivation and the cipher. */
  private static final byte[] SUITE = {'H', 'P', 'K', 'E', 0x64, 0x7a, 0, 1, 0, 3};

  private static final byte[] BASE_MODE = {0};
  private static final byte[] CONTEXT =
      concatenate(
          BASE_MODE, extract(NOTHING, "psk_id_hash", NOTHING), extract(NOTHING, "info_hash", INFO));

  private Hpke() {}

  static byte[] seal(byte[] shared, byte[] fileKey) {
    byte[] secret = extract(shared, "secret", NOTHING);
    byte[] key = expand(secret, "key", Hkdf.KEY_LENGTH);
    byte[] nonce = expand(secret, "base_nonce", Aead.NONCE_LENGTH);
    try {
      return Aead.wrap(key, nonce, fileKey);
    } finally {
      Arrays.fill(secret, (byte) 0);
      Arrays.fill(key, (byte) 0);
    }
  }

  /** Undoes {@link #seal}; null if the secret is another or a byte was changed. */
  static byte @Nullable [] open(byte[] shared, byte[] wrapped) {
    byte[] secret = extract(shared, "secret", NOTHING);
    byte[] key = expand(secret, "key", Hkdf.KEY_LENGTH);
    byte[] nonce = expand(secret, "base_nonce", Aead.NONCE_LENGTH);
    try {
      return Aead.unwrap(key, nonce, wrapped);
    } finally {
      Arrays.fill(secret, (byte) 0);
      Arrays.fill(key, (byte) 0);
    }
  }

  private static byte[] extract(byte[] salt, String label, byte[] key) {
    return new HKDFBytesGenerator(Sha256.create())
        .extractPRK(salt, concatenate(VERSION, SUITE, ascii(label), key));
  }

  private static byte[] expand(byte[] secret, String label, int length) {
    byte[] size = {0, (byte) length};
    byte[] info = concatenate(size, VERSION, SUITE, ascii(label), CONTEXT);
    HKDFBytesGenerator generator = new HKDFBytesGenerator(Sha256.create());
    generator.init(HKDFParameters.skipExtractParameters(secret, info));
    byte[] expanded = new byte[length];
    generator.generateBytes(expanded, 0, length);
    return expanded;
  }

  private static byte[] concatenate(byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] whole = new byte[length];
    int position = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, position, part.length);
      position += part.length;
    }
    return whole;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
