package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTest {
  private static final byte[] VALUE = "a value worth keeping".getBytes(UTF_8);

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 16, 63, 64, 65, 65535, 65536, 65537, 131071, 131072, 131073, 200000, 1 << 20})
  void everySize_comesBack(int size) throws Exception {
    byte[] plaintext = new byte[size];
    new Random(size).nextBytes(plaintext);
    Identity identity = Identities.generate();
    byte[] file = Age.encrypt(plaintext, List.of(identity.recipient()));
    assertArrayEquals(plaintext, Age.decrypt(file, List.of(identity)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void everyRecipient_opensAlone(int count) throws Exception {
    requireEachOpens(identities(count, false));
    requireEachOpens(identities(count, true));
  }

  private static void requireEachOpens(List<Identity> identities) throws Exception {
    byte[] file = Age.encrypt(VALUE, recipients(identities));
    for (Identity identity : identities) {
      assertArrayEquals(VALUE, Age.decrypt(file, List.of(identity)));
    }
  }

  @Test
  void identityThatFits_isFoundAmongOthers() throws Exception {
    List<Identity> all = identities(3, false);
    all.addAll(identities(2, true));
    for (Identity one : all) {
      byte[] file = Age.encrypt(VALUE, List.of(one.recipient()));
      assertArrayEquals(VALUE, Age.decrypt(file, all));
    }
  }

  @Test
  void otherIdentity_isWrong_notAFault() {
    Identity other = Identities.generate();
    byte[] file = Age.encrypt(VALUE, recipients(identities(2, false)));
    WrongIdentityException wrong =
        assertThrows(WrongIdentityException.class, () -> Age.decrypt(file, List.of(other)));
    assertEquals("sealed to 2 other keys", wrong.getMessage());
    assertThrows(WrongIdentityException.class, () -> Age.decrypt(file, List.<Identity>of()));
  }

  @Test
  void otherKindOfIdentity_isWrong() {
    Identity classic = Identities.generate();
    Identity hybrid = Identities.generatePostQuantum();
    byte[] file = Age.encrypt(VALUE, List.of(classic.recipient()));
    byte[] hybridFile = Age.encrypt(VALUE, List.of(hybrid.recipient()));
    assertThrows(WrongIdentityException.class, () -> Age.decrypt(file, List.of(hybrid)));
    assertThrows(WrongIdentityException.class, () -> Age.decrypt(hybridFile, List.of(classic)));
  }

  @Test
  void noTwoFiles_shareAKeyOrNonce() {
    List<Recipient> recipients = List.of(Identities.generate().recipient());
    byte[] one = Age.encrypt(VALUE, recipients);
    byte[] other = Age.encrypt(VALUE, recipients);
    assertFalse(Arrays.equals(one, other));
    assertFalse(Arrays.equals(tail(one), tail(other)));
  }

  @Test
  void noRecipient_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Age.encrypt(VALUE, List.<Recipient>of()));
  }

  @Test
  void classicAndPostQuantumRecipients_areNotMixed() {
    List<Recipient> recipients = new ArrayList<>();
    recipients.add(Identities.generatePostQuantum().recipient());
    recipients.add(Identities.generate().recipient());
    assertTrue(recipients.get(0).isPostQuantum());
    assertFalse(recipients.get(1).isPostQuantum());
    assertThrows(IllegalArgumentException.class, () -> Age.encrypt(VALUE, recipients));
  }

  @Test
  void identity_printsNothingOfItself() {
    assertEquals("Identity[redacted]", Identities.generate().toString());
    assertEquals("Identity[redacted]", Identities.generatePostQuantum().toString());
  }

  private static byte[] tail(byte[] file) {
    return Arrays.copyOfRange(file, file.length - VALUE.length - Aead.TAG_LENGTH, file.length);
  }

  private static List<Identity> identities(int count, boolean postQuantum) {
    List<Identity> identities = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      identities.add(postQuantum ? Identities.generatePostQuantum() : Identities.generate());
    }
    return identities;
  }

  private static List<Recipient> recipients(List<Identity> identities) {
    return identities.stream().map(Identity::recipient).toList();
  }
}
