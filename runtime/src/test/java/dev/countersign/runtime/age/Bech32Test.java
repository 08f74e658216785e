package dev.countersign.runtime.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Bech32Test {
  private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

  /** The valid strings of BIP 173 that hold whole bytes. */
  @ParameterizedTest
  @CsvSource({
    "a, a12uel5l, 0",
    "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio,"
        + "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs,"
        + "0",
    "abcdef, abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw, 20",
    "?, ?1ezyfcl, 0",
  })
  void validStrings_areReadAndWrittenTheSame(String prefix, String text, int length)
      throws Exception {
    byte[] data = Bech32.decode(prefix, text, length);
    assertEquals(text, Bech32.encode(prefix, data));
  }

  @Test
  void validData_isWhatTheStandardSays() throws Exception {
    byte[] data = Bech32.decode("abcdef", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", 20);
    assertEquals("00443214c74254b635cf84653a56d7c675be77df", Fingerprint.hex(data, 20));
  }

  /** The invalid strings of BIP 173, each with the prefix that it pretends to have. */
  @ParameterizedTest
  @CsvSource({
    "pzry9x0s0muk, pzry",
    "1pzry9x0s0muk, ''",
    "x1b4n0q5v, x",
    "li1dgmt3, li",
    "a1g7sgd8, a",
    "A12UEL5L, a",
    "a12UEL5L, a",
    "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxx, abcdef",
  })
  void invalidStrings_areRefused(String text, String prefix) {
    assertThrows(AgeFormatException.class, () -> Bech32.decode(prefix, text, 0));
  }

  @Test
  void everyWrongCharacter_isNoticed() {
    String text = Bech32.encode("age", new byte[32]);
    for (int i = 4; i < text.length(); i++) {
      for (int j = 0; j < ALPHABET.length(); j++) {
        requireRefusedUnlessSame(text, i, ALPHABET.charAt(j));
      }
    }
  }

  private static void requireRefusedUnlessSame(String text, int index, char c) {
    String changed = text.substring(0, index) + c + text.substring(index + 1);
    if (!changed.equals(text)) {
      assertThrows(AgeFormatException.class, () -> Bech32.decode("age", changed, 32));
    }
  }

  @Test
  void everyLength_comesBack() throws Exception {
    for (int length = 0; length < 100; length++) {
      byte[] data = new byte[length];
      new Random(length).nextBytes(data);
      assertArrayEquals(data, Bech32.decode("age", Bech32.encode("age", data), length));
      String upper = Bech32.encodeUpperCase("age", data);
      assertArrayEquals(data, Bech32.decodeUpperCase("age", upper, length));
    }
  }

  @Test
  void otherLength_isRefused() {
    String text = Bech32.encode("age", new byte[32]);
    assertThrows(AgeFormatException.class, () -> Bech32.decode("age", text, 31));
    assertThrows(AgeFormatException.class, () -> Bech32.decode("age", text, 33));
  }

  /** The last group of 32 bytes has four bits to spare, which must be zero. */
  @Test
  void spareBits_mustBeZero() {
    byte[] groups = BitGroups.split(new byte[32]);
    groups[groups.length - 1] = 1;
    assertNull(BitGroups.join(groups, groups.length));
    assertNull(BitGroups.join(new byte[groups.length + 2], groups.length + 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0130", "\u212a", "k", "\u00ff"})
  void charactersThatOnlyLowerCaseMakesAscii_areRefused(String odd) {
    String text = Bech32.encodeUpperCase("age", new byte[32]);
    String changed = text.substring(0, 20) + odd + text.substring(21);
    assertThrows(AgeFormatException.class, () -> Bech32.decodeUpperCase("age", changed, 32));
  }

  @Test
  void message_quotesNothing() {
    String secret = Identities.generate().encoded();
    String damaged = secret.substring(0, secret.length() - 1).toLowerCase(Locale.ROOT) + "b";
    for (String text : new String[] {damaged, damaged.toUpperCase(Locale.ROOT), secret + "Q"}) {
      AgeFormatException refused =
          assertThrows(AgeFormatException.class, () -> Identities.parse(text));
      assertFalse(refused.getMessage().contains(text.substring(20, 25)));
    }
  }
}
