package dev.countersign.runtime.age;

import java.util.Arrays;

/** The sealed body of an age file: a nonce, then chunks of 64 KiB, the last one marked as last. */
final class Payload {
  private static final int SALT_LENGTH = 16;
  private static final int CHUNK_LENGTH = 64 * 1024;
  private static final int SEALED_CHUNK_LENGTH = CHUNK_LENGTH + Aead.TAG_LENGTH;

  private Payload() {}

  /** Returns the whole file: the header given, then the plaintext sealed. */
  static byte[] seal(byte[] header, byte[] fileKey, byte[] plaintext) {
    byte[] salt = Randomness.bytes(SALT_LENGTH);
    int chunks = Math.max(1, chunks(plaintext.length, CHUNK_LENGTH));
    int start = header.length + SALT_LENGTH;
    byte[] file = Arrays.copyOf(header, start + plaintext.length + chunks * Aead.TAG_LENGTH);
    System.arraycopy(salt, 0, file, header.length, SALT_LENGTH);
    Aead aead = aead(fileKey, salt);
    for (int i = 0; i < chunks; i++) {
      int from = i * CHUNK_LENGTH;
      int length = Math.min(CHUNK_LENGTH, plaintext.length - from);
      byte[] nonce = nonce(i, i == chunks - 1);
      aead.seal(nonce, plaintext, from, length, file, start + i * SEALED_CHUNK_LENGTH);
    }
    return file;
  }

  /** Opens what follows the header. Nothing is returned unless every chunk is intact. */
  static byte[] open(byte[] file, int headerLength, byte[] fileKey) throws AgeFormatException {
    int start = headerLength + SALT_LENGTH;
    if (file.length < start) {
      throw new AgeFormatException(
          AgeFormatException.Reason.HEADER, "cut short in the nonce after the header");
    }
    byte[] salt = Arrays.copyOfRange(file, headerLength, start);
    byte[] plaintext = new byte[plaintextLength(file.length - start)];
    openChunks(aead(fileKey, salt), file, start, plaintext);
    return plaintext;
  }

  private static void openChunks(Aead aead, byte[] file, int start, byte[] plaintext)
      throws AgeFormatException {
    int chunks = chunks(file.length - start, SEALED_CHUNK_LENGTH);
    for (int i = 0; i < chunks; i++) {
      int from = start + i * SEALED_CHUNK_LENGTH;
      int length = Math.min(SEALED_CHUNK_LENGTH, file.length - from);
      byte[] nonce = nonce(i, i == chunks - 1);
      if (!aead.open(nonce, file, from, length, plaintext, i * CHUNK_LENGTH)) {
        Arrays.fill(plaintext, (byte) 0);
        throw damaged("chunk " + (i + 1) + " was changed, or what followed it was cut off");
      }
    }
  }

  private static int plaintextLength(int sealed) throws AgeFormatException {
    int chunks = chunks(sealed, SEALED_CHUNK_LENGTH);
    int last = sealed - (chunks - 1) * SEALED_CHUNK_LENGTH;
    if (chunks == 0 || last < Aead.TAG_LENGTH) {
      throw damaged("cut short");
    }
    if (chunks > 1 && last == Aead.TAG_LENGTH) {
      throw damaged("the last chunk is empty");
    }
    return sealed - chunks * Aead.TAG_LENGTH;
  }

  private static int chunks(int length, int chunkLength) {
    return length / chunkLength + (length % chunkLength == 0 ? 0 : 1);
  }

  private static Aead aead(byte[] fileKey, byte[] salt) {
    byte[] key = Hkdf.derive(fileKey, salt, "payload");
    try {
      return new Aead(key);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static byte[] nonce(int chunk, boolean last) {
    byte[] nonce = new byte[Aead.NONCE_LENGTH];
    nonce[7] = (byte) (chunk >>> 24);
    nonce[8] = (byte) (chunk >>> 16);
    nonce[9] = (byte) (chunk >>> 8);
    nonce[10] = (byte) chunk;
    nonce[11] = (byte) (last ? 1 : 0);
    return nonce;
  }

  private static AgeFormatException damaged(String what) {
    return new AgeFormatException(AgeFormatException.Reason.PAYLOAD, "age payload: " + what);
  }
}
