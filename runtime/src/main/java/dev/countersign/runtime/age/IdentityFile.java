package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/**
 * A file of identities that a passphrase protects, as {@code age -p} writes it, armored or not.
 *
 * <p>It is as safe as its passphrase is hard to guess. Identities that were opened stay in memory
 * as long as the program holds them.
 */
public final class IdentityFile {
  private static final String BINARY_MARK = "age-encryption.org/";
  private static final String ARMOR_MARK = "-----BEGIN AGE";

  private IdentityFile() {}

  /** Says whether a file of identities is encrypted, so that it takes a passphrase to read it. */
  public static boolean isEncrypted(byte[] file) {
    return isArmored(file) || text(file, 0, BINARY_MARK.length()).equals(BINARY_MARK);
  }

  /**
   * Opens an encrypted file of identities. The caller wipes the passphrase.
   *
   * @throws WrongIdentityException if the passphrase is another, or none would do
   * @throws AgeFormatException if the file, or what is in it, is damaged
   */
  public static List<Identity> open(byte[] file, char[] passphrase)
      throws AgeFormatException, WrongIdentityException {
    byte[] binary = isArmored(file) ? Armor.decode(text(file, 0, file.length)) : file;
    byte[] plaintext = Age.decrypt(binary, passphrase);
    try {
      return Identities.parseFile(text(plaintext, 0, plaintext.length));
    } finally {
      Arrays.fill(plaintext, (byte) 0);
    }
  }

  /**
   * Encrypts the text of an identity file and returns it armored; {@code age} reads it too.
   *
   * @param workFactor see {@link Age#encrypt(byte[], char[], int)}
   */
  public static String encrypt(String text, char[] passphrase, int workFactor) {
    byte[] plaintext = text.getBytes(UTF_8);
    try {
      return Armor.encode(Age.encrypt(plaintext, passphrase, workFactor));
    } finally {
      Arrays.fill(plaintext, (byte) 0);
    }
  }

  private static boolean isArmored(byte[] file) {
    int start = 0;
    while (start < file.length && file[start] >= 0 && file[start] <= ' ') {
      start++;
    }
    return text(file, start, ARMOR_MARK.length()).equals(ARMOR_MARK);
  }

  /** One character for each byte: the file's own syntax is ASCII, and comments do not matter. */
  private static String text(byte[] bytes, int start, int length) {
    return new String(bytes, start, Math.min(length, bytes.length - start), ISO_8859_1);
  }
}
