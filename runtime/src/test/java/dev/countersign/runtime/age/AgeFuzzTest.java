package dev.countersign.runtime.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.countersign.runtime.FuzzTarget;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * No file opens but one that its writer made. The seeds were written by {@code WriteSeeds}, all
 * with the same plaintext; nobody who does not know their file keys can make another.
 */
class AgeFuzzTest extends FuzzTarget {
  private static final int MAX_WORK_FACTOR_DIGITS = 1;

  @Override
  protected boolean reads(byte[] input) {
    try {
      byte[] plaintext = open(input);
      assertArrayEquals(SeedKeys.PLAINTEXT.getBytes(StandardCharsets.UTF_8), plaintext);
      return true;
    } catch (AgeFormatException | WrongIdentityException refused) {
      return false;
    }
  }

  private static byte[] open(byte[] input) throws AgeFormatException, WrongIdentityException {
    if (isCheap(HeaderReader.read(input).stanzas().get(0))) {
      return Age.decrypt(input, SeedKeys.PASSPHRASE.toCharArray());
    }
    return Age.decrypt(input, List.of(SeedKeys.CLASSIC, SeedKeys.HYBRID));
  }

  /** Says whether a stanza is of the kind a passphrase opens, with little work. */
  private static boolean isCheap(Stanza stanza) {
    String last = stanza.words().get(stanza.words().size() - 1);
    return stanza.isType(Scrypt.TYPE) && last.length() <= MAX_WORK_FACTOR_DIGITS;
  }
}
