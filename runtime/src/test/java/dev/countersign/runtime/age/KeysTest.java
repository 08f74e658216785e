package dev.countersign.runtime.age;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static final String IDENTITY =
      "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
  private static final String RECIPIENT =
      "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
  private static final String HYBRID_IDENTITY =
      "AGE-SECRET-KEY-PQ-1XX76JRALNLXDMEW0CRK45QMCCH4X06SE84UN3VPM33W6HWDX0H3SK3ZQFR";

  @Test
  void identity_hasTheRecipientThatTheSpecificationGives() throws Exception {
    Identity identity = Identities.parse(IDENTITY);
    assertEquals(RECIPIENT, identity.recipient().toString());
    assertEquals(IDENTITY, identity.encoded());
    assertEquals(RECIPIENT, Recipients.parse(RECIPIENT).toString());
  }

  /** The checksum at its end covers the whole of the specification's recipient. */
  @Test
  void hybridIdentity_hasTheRecipientThatTheSpecificationGives() throws Exception {
    Identity identity = Identities.parse(HYBRID_IDENTITY);
    String recipient = identity.recipient().toString();
    assertEquals(1959, recipient.length());
    assertTrue(recipient.startsWith("age1pq1x34nzsvr0rxjsgdn8zgyhfe8j7ceq5r9rdelkjuh3y235jz"));
    assertTrue(recipient.endsWith("ykx3qheyty7saeq0d3fzv49zc0k"), recipient);
    assertEquals(HYBRID_IDENTITY, identity.encoded());
    assertEquals(recipient, Recipients.parse(recipient).toString());
  }

  @Test
  void newKeys_areReadAsWritten() throws Exception {
    for (Identity made : new Identity[] {Identities.generate(), Identities.generatePostQuantum()}) {
      Identity read = Identities.parse(made.encoded());
      assertEquals(made.encoded(), read.encoded());
      assertEquals(made.recipient(), read.recipient());
      assertEquals(made.recipient().hashCode(), read.recipient().hashCode());
    }
    assertNotEquals(Identities.generate().recipient(), Identities.generate().recipient());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "age1",
        "age1pq1",
        "age",
        "AGE1ZVKYG2LQZRAA2LNJVQEJ32NKUU0UES2S82HZRYE869XEEXVN73EQUNUJWJ",
        "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj ",
        " age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
        "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujw",
        "age1yubikey1qvvgpvtzsmyunlsh7z3hqyuqd9q4x0zl7cnsvwnmmmszl3j8w7csc",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIF",
        IDENTITY,
      })
  void malformedRecipient_isRefused(String text) {
    AgeFormatException refused =
        assertThrows(AgeFormatException.class, () -> Recipients.parse(text));
    assertEquals(AgeFormatException.Reason.KEY, refused.reason());
    assertFalse(refused.getMessage().contains("GFPYYSJZ"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AGE-SECRET-KEY-1",
        "AGE-SECRET-KEY-PQ-1",
        "AGE-SECRET-KEY-2GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
        "age-secret-key-1gfpyysjzgfpyysjzgfpyysjzgfpyysjzgfpyysjzgfpyysjzgfpq4egaex",
        "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEx",
        "AGE-SECRET-KEY-PQ-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
        "AGE-PLUGIN-YUBIKEY-1GFPYYSJZ",
        RECIPIENT,
      })
  void malformedIdentity_isRefused(String text) {
    AgeFormatException refused =
        assertThrows(AgeFormatException.class, () -> Identities.parse(text));
    assertEquals(AgeFormatException.Reason.KEY, refused.reason());
    assertFalse(refused.getMessage().toUpperCase(Locale.ROOT).contains("GFPYYSJZ"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
      })
  void pointOfLowOrder_agreesOnNothing_andIsNoRecipient(String hex) {
    byte[] point = HexFormat.of().parseHex(hex);
    byte[] scalar = Randomness.bytes(32);
    assertNull(X25519Agreement.wrapKey(scalar, point, point, point));
    String text = Bech32.encode("age", point);
    assertThrows(AgeFormatException.class, () -> Recipients.parse(text));
  }

  @Test
  void hybridKeyOutOfRange_isNoRecipient() {
    byte[] allOnes = new byte[XWing.PUBLIC_KEY_LENGTH];
    Arrays.fill(allOnes, (byte) 0xff);
    assertThrows(
        AgeFormatException.class, () -> Recipients.parse(Bech32.encode("age1pq", allOnes)));
  }

  @Test
  void hybridKeyWithAPointOfLowOrder_isNoRecipient() {
    byte[] key = XWing.expand(new byte[XWing.SEED_LENGTH]).publicKey().clone();
    Arrays.fill(key, key.length - 32, key.length, (byte) 0);
    assertThrows(AgeFormatException.class, () -> Recipients.parse(Bech32.encode("age1pq", key)));
  }

  @Test
  void fingerprint_isTheStartOfTheHash() throws Exception {
    Recipient recipient = Recipients.parse(RECIPIENT);
    assertEquals(Fingerprint.of(RECIPIENT), Fingerprint.of(recipient));
    assertEquals("6a804773982840fa", Fingerprint.of(RECIPIENT));
  }

  @Test
  void fingerprints_ofTextsBeyondAscii_differ() {
    assertNotEquals(Fingerprint.of("/home/ada/zähler"), Fingerprint.of("/home/ada/zöhler"));
  }
}
