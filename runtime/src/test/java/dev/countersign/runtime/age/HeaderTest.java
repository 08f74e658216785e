package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
  private static final byte[] FILE_KEY = new byte[Age.FILE_KEY_LENGTH];
  private static final String MAC = "--- " + "A".repeat(43) + "\n";
  private static final String STANZA = "-> X25519 abc\nAAAA\n";
  private static final String VERSION = "age-encryption.org/v1\n";

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 47, 48, 49, 95, 96, 97, 1000})
  void everyLengthOfBody_isReadAsWritten(int length) throws Exception {
    byte[] body = new byte[length];
    new Random(length).nextBytes(body);
    Stanza stanza = new Stanza(List.of("type", "argument"), body);
    byte[] encoded = Header.create(List.of(stanza), FILE_KEY).encode();
    Header header = HeaderReader.read(encoded);
    assertArrayEquals(body, header.stanzas().get(0).body());
    assertArrayEquals(encoded, header.encode());
    assertEquals(encoded.length, header.length());
    header.requireAuthentic(FILE_KEY);
  }

  @Test
  void otherFileKey_doesNotAuthenticate() throws Exception {
    Stanza stanza = new Stanza(List.of("type"), new byte[5]);
    Header header = HeaderReader.read(Header.create(List.of(stanza), FILE_KEY).encode());
    byte[] other = FILE_KEY.clone();
    other[0] = 1;
    AgeFormatException refused =
        assertThrows(AgeFormatException.class, () -> header.requireAuthentic(other));
    assertEquals(AgeFormatException.Reason.HMAC, refused.reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|1",
        "age-encryption.org/v1|1",
        "age-encryption.org/v2~|1",
        "age-encryption.org/v1~|2",
        "age-encryption.org/v1~---|2",
        "age-encryption.org/v1~-> ~|2",
        "age-encryption.org/v1~-> a~|3",
        "age-encryption.org/v1~-> a  b~~|2",
        "age-encryption.org/v1~-> a ~~|2",
        "age-encryption.org/v1~-> a\tb~~|2",
        "age-encryption.org/v1~->  a~~|2",
        "age-encryption.org/v1~->a~~|2",
        "age-encryption.org/v1~-> a~AAA=~|3",
        "age-encryption.org/v1~-> a~AAB~|3",
        "age-encryption.org/v1~-> a~A~|3",
        "age-encryption.org/v1~-> a~AA AA~|3",
        "age-encryption.org/v1~-> a~AA~AA~|4",
      })
  void malformedHeader_isRefusedWithItsLine(String header, int line) {
    AgeFormatException refused =
        assertThrows(AgeFormatException.class, () -> read(header.replace('~', '\n')));
    assertEquals(AgeFormatException.Reason.HEADER, refused.reason());
    assertTrue(refused.getMessage().contains("line " + line + ":"), refused.getMessage());
  }

  @Test
  void headerWithoutStanza_isRefused() {
    assertThrows(AgeFormatException.class, () -> read(VERSION + MAC));
  }

  @Test
  void passphraseAmongOthers_isRefused() throws Exception {
    assertEquals(1, read(VERSION + "-> scrypt a b\n\n" + MAC).stanzas().size());
    assertEquals(2, read(VERSION + STANZA + STANZA + MAC).stanzas().size());
    assertThrows(
        AgeFormatException.class, () -> read(VERSION + "-> scrypt a b\n\n" + STANZA + MAC));
    assertThrows(
        AgeFormatException.class, () -> read(VERSION + STANZA + "-> scrypt a b\n\n" + MAC));
  }

  @Test
  void whateverParses_isWrittenTheSameAgain() {
    Random random = new Random(42);
    int parsed = 0;
    for (int i = 0; i < 50_000; i++) {
      byte[] mutant = mutant(random);
      Header header = readOrNull(mutant);
      if (header != null) {
        parsed++;
        assertArrayEquals(Arrays.copyOf(mutant, header.length()), header.encode());
      }
    }
    assertTrue(parsed > 5_000, "only " + parsed + " mutants parsed");
  }

  /** A header of one to three stanzas in which up to two bytes are changed, to likely values. */
  private static byte[] mutant(Random random) {
    List<Stanza> stanzas = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      byte[] body = new byte[random.nextInt(60)];
      random.nextBytes(body);
      stanzas.add(new Stanza(List.of("X25519", "argument"), body));
    }
    byte[] bytes = Header.create(stanzas, FILE_KEY).encode();
    String likely = "\n\r =-> ABab/+\u00ff";
    for (int i = random.nextInt(3); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) likely.charAt(random.nextInt(likely.length()));
    }
    return bytes;
  }

  private static @Nullable Header readOrNull(byte[] bytes) {
    try {
      return HeaderReader.read(bytes);
    } catch (AgeFormatException e) {
      return null;
    }
  }

  private static Header read(String text) throws AgeFormatException {
    return HeaderReader.read(text.getBytes(ISO_8859_1));
  }
}
