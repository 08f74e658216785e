package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityFileTest {
  private static final String IDENTITY =
      "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
  private static final char[] PASSPHRASE = "correct horse".toCharArray();
  private static final int EASY = 2;

  /** Written by {@code age -p -a} 1.1.1. */
  private static final String WRITTEN_BY_AGE =
      """
      -----BEGIN AGE ENCRYPTED FILE-----
      YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBqVzd6dGpZaUNNYTRrQktN
      RGpFYXJ3IDE4CkNFc0Q5dGg5aWZBSkp1eXc4MVd5Z3BoMDhHSS8zcCtSb1Q1K0VS
      YlR0aDAKLS0tIGY3OEdsV1orMHFTcTBXUDVlRnJQWm9qd1RDeERtdks3Q2ttazNO
      VjAxQmMKI/vPjZzaClM6MqPQ+Y33okUxp/g11d/NUOtvz+xVgiKh78ln7qR7tDnj
      hrpLcnadIPAYLPdnuHN138iG2ig3Z8SQVVTNbBv6H8Q43IzRsmkGdS7qNGrOZZgR
      c1YYh3Q7CVXY1jcTM8ytEU4=
      -----END AGE ENCRYPTED FILE-----
      """;

  @Test
  void severalIdentities_areReadInOrder() throws Exception {
    String other = Identities.generatePostQuantum().encoded();
    String text = "# created: today\r\n\n" + IDENTITY + "\r\n#\n# grüße\n" + other;
    List<Identity> identities = Identities.parseFile(text);
    assertEquals(List.of(IDENTITY, other), identities.stream().map(Identity::encoded).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|no identity in it",
        "# only~# comments~|no identity in it",
        "# one~AGE-SECRET-KEY-1QQ~|line 2: not an age key",
        "ID~ ID~|line 2: not an age private key",
        "ID~ID trailing~|line 2: not an age key",
        "ID~~age1qqq~|line 3: a public key",
        "IDID|line 1: not an age key",
      })
  void malformedFile_isRefusedWithItsLine(String shorthand, String message) {
    String text = shorthand.replace("ID", IDENTITY).replace('~', '\n');
    AgeFormatException refused =
        assertThrows(AgeFormatException.class, () -> Identities.parseFile(text));
    assertEquals(AgeFormatException.Reason.KEY, refused.reason());
    assertTrue(refused.getMessage().startsWith(message), refused.getMessage());
    assertFalse(refused.getMessage().contains("GFPYYSJZ"), refused.getMessage());
  }

  @Test
  void encryptedFile_isToldFromOneInClear() {
    String armored = IdentityFile.encrypt(IDENTITY, PASSPHRASE, EASY);
    assertTrue(IdentityFile.isEncrypted(armored.getBytes(UTF_8)));
    assertTrue(IdentityFile.isEncrypted(("\n \r\n" + armored).getBytes(UTF_8)));
    assertTrue(IdentityFile.isEncrypted(Age.encrypt(new byte[0], PASSPHRASE, EASY)));
    assertFalse(IdentityFile.isEncrypted(IDENTITY.getBytes(UTF_8)));
    assertFalse(IdentityFile.isEncrypted("# comment\n".getBytes(UTF_8)));
    assertFalse(IdentityFile.isEncrypted(new byte[0]));
    assertFalse(IdentityFile.isEncrypted("  \n".getBytes(UTF_8)));
  }

  @Test
  void encryptedFile_opensWithItsPassphraseOnly() throws Exception {
    byte[] file =
        IdentityFile.encrypt("# mine\n" + IDENTITY + "\n", PASSPHRASE, EASY).getBytes(UTF_8);
    assertEquals(IDENTITY, IdentityFile.open(file, PASSPHRASE).get(0).encoded());
    assertThrows(
        WrongIdentityException.class, () -> IdentityFile.open(file, "other".toCharArray()));
  }

  @Test
  void binaryFile_opensToo() throws Exception {
    byte[] file = Age.encrypt(IDENTITY.getBytes(UTF_8), PASSPHRASE, EASY);
    assertEquals(IDENTITY, IdentityFile.open(file, PASSPHRASE).get(0).encoded());
  }

  @Test
  void encryptedFileThatHoldsNoIdentity_isRefused() {
    byte[] file = IdentityFile.encrypt("nothing here", PASSPHRASE, EASY).getBytes(UTF_8);
    AgeFormatException refused =
        assertThrows(AgeFormatException.class, () -> IdentityFile.open(file, PASSPHRASE));
    assertEquals(AgeFormatException.Reason.KEY, refused.reason());
  }

  @Test
  void damagedFile_isRefused() {
    byte[] cut = "-----BEGIN AGE ENCRYPTED FILE-----\nAAAA\n".getBytes(UTF_8);
    AgeFormatException refused =
        assertThrows(AgeFormatException.class, () -> IdentityFile.open(cut, PASSPHRASE));
    assertEquals(AgeFormatException.Reason.ARMOR, refused.reason());
  }

  @Test
  void fileWrittenByAge_opens() throws Exception {
    assumeTrue(Runtime.getRuntime().maxMemory() > 400L << 20, "it takes 256 MiB");
    byte[] file = WRITTEN_BY_AGE.getBytes(UTF_8);
    assertEquals(IDENTITY, IdentityFile.open(file, PASSPHRASE).get(0).encoded());
  }
}
