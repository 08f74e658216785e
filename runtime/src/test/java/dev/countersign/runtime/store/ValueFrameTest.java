package dev.countersign.runtime.store;

import static dev.countersign.runtime.store.StoreFixture.EU_WEST;
import static dev.countersign.runtime.store.StoreFixture.PROD;
import static dev.countersign.runtime.store.StoreFixture.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.age.Age;
import dev.countersign.runtime.age.Armor;
import dev.countersign.runtime.age.Fingerprint;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueFrameTest {
  private final Identity type = Identities.generate();

  @Test
  void theLine_bindsEnvironmentNameAndVersion() {
    assertEquals("countersign/1 prod Token 3", ValueFrame.line(PROD, TOKEN, 3));
    assertEquals("countersign/1 prod@eu-west Token 3", ValueFrame.line(EU_WEST, TOKEN, 3));
  }

  @Test
  void aFrame_isAMultipleOf64Bytes() {
    for (int length = 0; length < 200; length++) {
      byte[] frame = ValueFrame.wrap(ValueFrame.line(PROD, TOKEN, 3), new byte[length]);
      assertEquals(0, frame.length % 64);
      assertTrue(frame.length - length < 64 + 64);
    }
    assertEquals(
        "countersign/1 prod Token 3" + " ".repeat(34) + "\nabc",
        new String(ValueFrame.wrap(ValueFrame.line(PROD, TOKEN, 3), "abc".getBytes(UTF_8)), UTF_8));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 1000})
  void anyNumberOfTrailingSpaces_isAccepted(int spaces) throws Exception {
    String frame = "countersign/1 prod Token 3" + " ".repeat(spaces) + "\nvalue";
    assertArrayEquals("value".getBytes(UTF_8), open(frame));
  }

  @ParameterizedTest
  @CsvSource({
    "prod Other 3, Other v3 of prod",
    "prod token 3, token v3 of prod",
    "dev Token 3, Token v3 of dev",
    "prod@eu-west Token 3, Token v3 of prod@eu-west",
    "prod Token 2, Token v2 of prod",
    "prod Token 30, Token v30 of prod"
  })
  void aMovedBlock_isRefusedAndSaysWhatItIs(String place, String claim) {
    StoreFormatException e = refused("countersign/1 " + place + "\nvalue");
    assertEquals(
        "f:4:1: the block was moved from where it belongs: it is "
            + claim
            + ", not Token v3 of prod",
        e.fact());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "hunter2\n",
        "\nhunter2",
        "",
        "countersign/1 hunter2\n",
        "countersign/1 prod hunter2!\n",
        "countersign/1 prod Token 3 hunter2\n",
        "countersign/1 prod  Token hunter2\n",
        "countersign/1 prod Token 03hunter2\n",
        "countersign/1 prod Token 3\r\nhunter2",
        " countersign/1 prod Token 3\nhunter2",
        "countersign/1\tprod Token 3\nhunter2",
        "countersign/2 prod Token 3\nhunter2",
        "countersign/1 hunter2 Token 3\n",
        "countersign/1 prod Token 3"
      })
  void anyOtherPlaintext_isRefusedAndNotRepeated(String plaintext) {
    StoreFormatException e = refused(plaintext);
    assertEquals(
        "f:4:1: what is sealed in the block does not begin with `countersign/1 prod Token 3`",
        e.fact());
    assertFalse(e.getMessage().contains("hunter2"));
  }

  @Test
  void aValueOverAMebibyte_isRefused() {
    StoreFormatException e = refused("countersign/1 prod Token 3\n" + "x".repeat((1 << 20) + 1));
    assertEquals("f:4:1: the value of Token is larger than 1 MiB", e.fact());
  }

  private StoreFormatException refused(String frame) {
    return assertThrows(StoreFormatException.class, () -> open(frame));
  }

  private byte[] open(String frame) throws StoreException {
    String armored = Armor.encode(Age.encrypt(frame.getBytes(UTF_8), List.of(type.recipient())));
    String to = type.recipient().toString();
    Block block = new Block(TOKEN, 3, Fingerprint.of(to), armored, 4);
    return BlockCipher.open(SealedFile.create("f", PROD, to), block, armored, type);
  }
}
