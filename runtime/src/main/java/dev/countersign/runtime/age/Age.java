package dev.countersign.runtime.age;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Encrypts and decrypts whole age v1 files in memory, in their binary form; {@link Armor} makes
 * them text.
 *
 * <p>Any altered, missing or added byte makes decryption fail, and nothing is returned of a file
 * that fails anywhere. The file's length is not hidden, nor how many recipients it has and of what
 * kind; nothing in it says who wrote it.
 */
public final class Age {
  /** The work factor that {@code age -p} writes: about a second and 256 MiB. */
  public static final int DEFAULT_WORK_FACTOR = 18;

  /** The highest work factor that is read or written: about 16 seconds and 4 GiB. */
  public static final int MAX_WORK_FACTOR = 22;

  static final int FILE_KEY_LENGTH = 16;

  private Age() {}

  /**
   * Encrypts to every recipient given; each of their identities alone opens the file.
   *
   * @throws IllegalArgumentException if there is no recipient, or if some are {@linkplain
   *     Recipient#isPostQuantum post-quantum} and some are not: the classic ones would make the
   *     others worthless
   */
  public static byte[] encrypt(byte[] plaintext, List<? extends Recipient> recipients) {
    Recipients.requireCompatible(recipients);
    byte[] fileKey = Randomness.bytes(FILE_KEY_LENGTH);
    try {
      List<Stanza> stanzas = new ArrayList<>(recipients.size());
      for (Recipient recipient : recipients) {
        stanzas.add(recipient.wrap(fileKey));
      }
      return seal(stanzas, fileKey, plaintext);
    } finally {
      Arrays.fill(fileKey, (byte) 0);
    }
  }

  /**
   * Encrypts with a passphrase, which is as strong as its writer made it.
   *
   * @param workFactor how hard guessing is made, as the base-two logarithm of scrypt's cost; {@link
   *     #DEFAULT_WORK_FACTOR} suits people, and each step doubles the time and the memory, of which
   *     it takes as many KiB as the cost
   * @throws IllegalArgumentException if the passphrase is empty or not valid Unicode, or the work
   *     factor is not from 1 to {@link #MAX_WORK_FACTOR}
   */
  public static byte[] encrypt(byte[] plaintext, char[] passphrase, int workFactor) {
    byte[] fileKey = Randomness.bytes(FILE_KEY_LENGTH);
    try {
      return seal(List.of(Scrypt.wrap(fileKey, passphrase, workFactor)), fileKey, plaintext);
    } finally {
      Arrays.fill(fileKey, (byte) 0);
    }
  }

  /**
   * Decrypts a binary age file with the first identity that fits. The caller wipes the result.
   *
   * @throws WrongIdentityException if the file is sealed to none of the identities
   * @throws AgeFormatException if the file is damaged or forged
   */
  public static byte[] decrypt(byte[] ageFile, List<? extends Identity> identities)
      throws AgeFormatException, WrongIdentityException {
    Header header = HeaderReader.read(ageFile);
    return open(ageFile, header, FileKeys.unwrap(header, identities));
  }

  /**
   * Decrypts a binary age file with a passphrase. The caller wipes both passphrase and result.
   *
   * @throws WrongIdentityException if the passphrase is another, or the file is sealed to keys
   * @throws AgeFormatException if the file is damaged or forged, or asks for more work or memory
   *     than it is given: the work factor may be {@link #MAX_WORK_FACTOR} at most
   */
  public static byte[] decrypt(byte[] ageFile, char[] passphrase)
      throws AgeFormatException, WrongIdentityException {
    Header header = HeaderReader.read(ageFile);
    return open(ageFile, header, Scrypt.unwrap(header.stanzas().get(0), passphrase));
  }

  private static byte[] seal(List<Stanza> stanzas, byte[] fileKey, byte[] plaintext) {
    return Payload.seal(Header.create(stanzas, fileKey).encode(), fileKey, plaintext);
  }

  private static byte[] open(byte[] ageFile, Header header, byte[] fileKey)
      throws AgeFormatException {
    try {
      header.requireAuthentic(fileKey);
      return Payload.open(ageFile, header.length(), fileKey);
    } finally {
      Arrays.fill(fileKey, (byte) 0);
    }
  }
}
