package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassphraseTest {
  private static final byte[] VALUE = "a value worth keeping".getBytes(UTF_8);
  private static final int EASY = 2;

  @ParameterizedTest
  @ValueSource(strings = {"x", "correct horse battery staple", "grüße \u6f22\u5b57 \ud83d\udd11"})
  void passphrase_opensWhatItSealed(String passphrase) throws Exception {
    byte[] file = Age.encrypt(VALUE, passphrase.toCharArray(), EASY);
    assertArrayEquals(VALUE, Age.decrypt(file, passphrase.toCharArray()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Secret", "secret ", "\ud83d"})
  void otherPassphrase_isWrong_notAFault(String other) {
    byte[] file = Age.encrypt(VALUE, "secret".toCharArray(), EASY);
    assertThrows(WrongIdentityException.class, () -> Age.decrypt(file, other.toCharArray()));
  }

  @Test
  void passphraseAndIdentities_doNotOpenEachOthersFiles() {
    Identity identity = Identities.generate();
    byte[] sealed = Age.encrypt(VALUE, List.of(identity.recipient()));
    byte[] guarded = Age.encrypt(VALUE, "secret".toCharArray(), EASY);
    assertThrows(WrongIdentityException.class, () -> Age.decrypt(sealed, "secret".toCharArray()));
    assertThrows(WrongIdentityException.class, () -> Age.decrypt(guarded, List.of(identity)));
  }

  @Test
  void everyAllowedDigitOfTheWorkFactor_isWritten() throws Exception {
    byte[] file = Age.encrypt(VALUE, "secret".toCharArray(), 11);
    assertEquals("11", HeaderReader.read(file).stanzas().get(0).words().get(2));
    assertArrayEquals(VALUE, Age.decrypt(file, "secret".toCharArray()));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 23, 64})
  void workFactorOutOfRange_isNotWritten(int workFactor) {
    assertThrows(
        IllegalArgumentException.class, () -> Age.encrypt(VALUE, "x".toCharArray(), workFactor));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\ud83d", "\udd11x"})
  void unusablePassphrase_sealsNothing(String passphrase) {
    assertNull(Passphrase.encode(passphrase.toCharArray()));
    assertThrows(
        IllegalArgumentException.class, () -> Age.encrypt(VALUE, passphrase.toCharArray(), EASY));
  }

  @Test
  void passphraseBytes_areUtf8() {
    String text = "grüße \u6f22\u5b57 \ud83d\udd11";
    assertArrayEquals(text.getBytes(UTF_8), Passphrase.encode(text.toCharArray()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"23", "99", "4294967297", "99999999999999999999"})
  void tooMuchWork_isRefusedBeforeAnyIsDone(String workFactor) {
    AgeFormatException refused = assertThrows(AgeFormatException.class, () -> open(workFactor));
    assertEquals(AgeFormatException.Reason.HEADER, refused.reason());
    assertTrue(refused.getMessage().contains("above 22"), refused.getMessage());
  }

  @Test
  void moreMemoryThanThereIs_isRefusedWithTheRemedy() throws Exception {
    Stanza stanza = new Stanza(List.of("scrypt"), new byte[0]);
    Scrypt.requireMemory(stanza, 16L << 20, 18L << 20);
    AgeFormatException refused =
        assertThrows(
            AgeFormatException.class, () -> Scrypt.requireMemory(stanza, 16L << 20, 17L << 20));
    assertEquals(
        "the scrypt stanza asks for 16 MiB of memory, and 17 MiB are free: give Java more with -Xmx",
        refused.getMessage());
  }

  private static void open(String workFactor) throws Exception {
    String salt = StrictBase64.encodeUnpadded(new byte[16]);
    Stanza stanza = new Stanza(List.of("scrypt", salt, workFactor), new byte[32]);
    byte[] unused = Scrypt.unwrap(stanza, "secret".toCharArray());
    assertEquals(Age.FILE_KEY_LENGTH, unused.length);
  }
}
