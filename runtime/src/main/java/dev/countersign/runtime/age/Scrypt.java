package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.generators.SCrypt;

/** The stanza of a file that a passphrase opens. */
final class Scrypt {
  static final String TYPE = "scrypt";

  private static final byte[] LABEL = "age-encryption.org/v1/scrypt".getBytes(US_ASCII);
  private static final int SALT_LENGTH = 16;
  private static final int BLOCK_SIZE = 8;
  private static final long BLOCK_BYTES = 128L * BLOCK_SIZE;

  private Scrypt() {}

  static Stanza wrap(byte[] fileKey, char[] passphrase, int workFactor) {
    if (workFactor < 1 || workFactor > Age.MAX_WORK_FACTOR) {
      throw new IllegalArgumentException("not a work factor: " + workFactor);
    }
    byte[] password = Passphrase.encode(passphrase);
    if (password == null) {
      throw new IllegalArgumentException("the passphrase is empty or not valid Unicode");
    }
    byte[] salt = Randomness.bytes(SALT_LENGTH);
    byte[] key = key(password, salt, workFactor);
    try {
      List<String> words =
          List.of(TYPE, StrictBase64.encodeUnpadded(salt), Integer.toString(workFactor));
      return new Stanza(words, Aead.wrap(key, Aead.ZERO_NONCE, fileKey));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /** Unwraps the file key. Every rule of the format is checked before any work is done. */
  static byte[] unwrap(Stanza stanza, char[] passphrase)
      throws AgeFormatException, WrongIdentityException {
    if (!stanza.isType(TYPE)) {
      throw new WrongIdentityException("not sealed with a passphrase");
    }
    byte[] salt = stanza.decodedArgument(1, 2, SALT_LENGTH);
    int workFactor = workFactor(stanza);
    byte[] wrapped = stanza.wrappedFileKey();
    byte[] password = Passphrase.encode(passphrase);
    if (password == null) {
      throw new WrongIdentityException("the passphrase is empty or not valid Unicode");
    }
    return unwrap(wrapped, key(password, salt, workFactor));
  }

  private static byte[] unwrap(byte[] wrapped, byte[] key) throws WrongIdentityException {
    byte[] fileKey = Aead.unwrap(key, Aead.ZERO_NONCE, wrapped);
    Arrays.fill(key, (byte) 0);
    if (fileKey == null) {
      throw new WrongIdentityException("sealed with another passphrase");
    }
    return fileKey;
  }

  private static int workFactor(Stanza stanza) throws AgeFormatException {
    String text = stanza.argument(2, 2);
    int workFactor = 0;
    for (int i = 0; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (digit < (i == 0 ? '1' : '0') || digit > '9') {
        throw stanza.malformed("has a work factor that is not a plain decimal number");
      }
      workFactor = Math.min(workFactor * 10 + digit - '0', Age.MAX_WORK_FACTOR + 1);
    }
    if (workFactor > Age.MAX_WORK_FACTOR) {
      throw stanza.malformed(
          "asks for too much work: its work factor is above " + Age.MAX_WORK_FACTOR);
    }
    long bytes = BLOCK_BYTES << workFactor;
    requireMemory(stanza, bytes, freeMemory(bytes));
    return workFactor;
  }

  /** Returns how much memory is free, and collects garbage first where there is little. */
  private static long freeMemory(long enough) {
    Runtime runtime = Runtime.getRuntime();
    if (free(runtime) < 2 * enough) {
      runtime.gc();
    }
    return free(runtime);
  }

  private static long free(Runtime runtime) {
    return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
  }

  /** Running out of memory later would be an error that nobody catches. */
  static void requireMemory(Stanza stanza, long bytes, long free) throws AgeFormatException {
    if (bytes + bytes / 8 > free) {
      throw stanza.malformed(
          "asks for "
              + (bytes >> 20)
              + " MiB of memory, and "
              + (free >> 20)
              + " MiB are free: give Java more with -Xmx");
    }
  }

  /** Derives the wrapping key and wipes the passphrase's bytes. */
  private static byte[] key(byte[] password, byte[] salt, int workFactor) {
    byte[] labelled = Arrays.copyOf(LABEL, LABEL.length + SALT_LENGTH);
    System.arraycopy(salt, 0, labelled, LABEL.length, SALT_LENGTH);
    try {
      return SCrypt.generate(password, labelled, 1 << workFactor, BLOCK_SIZE, 1, Hkdf.KEY_LENGTH);
    } finally {
      Arrays.fill(password, (byte) 0);
    }
  }
}
