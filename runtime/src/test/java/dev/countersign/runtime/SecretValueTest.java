package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SecretValueTest {
  private static final String TEXT = "s3cr3t-ä-\n$#'\"";

  record Holder(String user, SecretValue password) {}

  @Test
  void reveal_givesTheTextInEachForm() {
    SecretValue value = SecretValue.of(TEXT);
    assertEquals(TEXT, value.reveal());
    assertArrayEquals(TEXT.toCharArray(), value.revealChars());
    assertArrayEquals(TEXT.getBytes(StandardCharsets.UTF_8), value.revealBytes());
  }

  @Test
  void toString_showsNothing_alsoInsideARecord() {
    assertEquals("SecretValue[redacted]", SecretValue.of(TEXT).toString());
    assertFalse(new Holder("root", SecretValue.of(TEXT)).toString().contains("s3cr3t"));
  }

  @Test
  void revealedArrays_areTheCallersOwn() {
    SecretValue value = SecretValue.of("abc");
    value.revealBytes()[0] = 'x';
    value.revealChars()[0] = 'x';
    assertEquals("abc", value.reveal());
  }

  @Test
  void equality_isByValue_andHashCodeTellsNothing() {
    assertEquals(SecretValue.of("one"), SecretValue.of("one"));
    assertNotEquals(SecretValue.of("one"), SecretValue.of("two"));
    assertNotEquals(SecretValue.of("one"), SecretValue.of("onee"));
    assertEquals(SecretValue.of("one").hashCode(), SecretValue.of("two").hashCode());
  }

  @Test
  void valueThatWasClosed_equalsNoneButItself() {
    SecretValue closed = SecretValue.of("one");
    closed.close();
    SecretValue alsoClosed = SecretValue.of("one");
    alsoClosed.close();
    assertNotEquals(closed, SecretValue.of("one"));
    assertNotEquals(SecretValue.of("one"), closed);
    assertNotEquals(closed, alsoClosed);
    assertEquals(closed, closed);
  }

  @Test
  void close_wipesTheBytes_andLaterDisclosureThrows() {
    byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
    SecretValue value = SecretValue.opened("Token", "test", bytes);
    value.close();
    value.close();
    assertArrayEquals(new byte[3], bytes);
    assertThrows(IllegalStateException.class, value::reveal);
  }

  @Test
  void sealedValue_isOpenedOnceAndOnlyWhenRevealed() {
    AtomicInteger opened = new AtomicInteger();
    SecretValue value =
        SecretValue.sealed(
            "Token",
            new SecretValue.Opener() {
              @Override
              public String source() {
                return "test";
              }

              @Override
              public byte[] open() {
                opened.incrementAndGet();
                return new byte[] {'a'};
              }
            });
    assertEquals("test", value.source());
    assertEquals(0, opened.get());
    assertEquals("a", value.reveal());
    assertEquals("a", value.reveal());
    assertEquals(1, opened.get());
  }

  @Test
  void bytesThatAreNoText_areRefusedAsTextAndGivenAsBytes() {
    SecretValue value = SecretValue.opened("Token", "test", new byte[] {(byte) 0xff});
    String message = assertThrows(UnresolvedSecretException.class, value::reveal).getMessage();
    assertTrue(message.startsWith("Token is not UTF-8 text"), message);
    assertThrows(UnresolvedSecretException.class, value::revealChars);
    assertArrayEquals(new byte[] {(byte) 0xff}, value.revealBytes());
  }

  @Test
  void javaSerialization_refusesIt() throws Exception {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThrows(NotSerializableException.class, () -> out.writeObject(SecretValue.of("abc")));
    }
  }

  @Test
  void revealingWhileAnotherThreadCloses_givesTheWholeValueOrThrows() throws Exception {
    byte[] expected = new byte[100_000];
    Arrays.fill(expected, (byte) 'x');
    for (int round = 0; round < 300; round++) {
      SecretValue value = SecretValue.opened("Token", "test", expected.clone());
      Thread closing = new Thread(value::close);
      closing.start();
      try {
        assertArrayEquals(expected, value.revealBytes());
      } catch (IllegalStateException e) {
        assertEquals("Token was closed", e.getMessage());
      }
      closing.join();
    }
  }

  @Test
  void closingASealedValue_wipesWhatItOpened() {
    byte[] bytes = {'a', 'b'};
    SecretValue value = SealedBy.sealed(() -> bytes);
    byte[] revealed = value.revealBytes();
    value.close();
    assertArrayEquals(new byte[2], bytes);
    assertArrayEquals(new byte[] {'a', 'b'}, revealed);
  }

  @Test
  void closingBeforeOpening_opensNothingAndTellsTheOpener() {
    AtomicInteger opened = new AtomicInteger();
    AtomicInteger closed = new AtomicInteger();
    SecretValue value =
        SealedBy.sealed(
            () -> {
              opened.incrementAndGet();
              return new byte[1];
            },
            closed::incrementAndGet);
    value.close();
    value.close();
    assertEquals(0, opened.get());
    assertEquals(1, closed.get());
    assertThrows(IllegalStateException.class, value::reveal);
  }

  @Test
  void openingThatFails_isTriedAgain() {
    AtomicInteger tries = new AtomicInteger();
    SecretValue value =
        SealedBy.sealed(
            () -> {
              if (tries.incrementAndGet() == 1) {
                throw new SecretsException("not yet");
              }
              return new byte[] {'a'};
            });
    assertThrows(SecretsException.class, value::reveal);
    assertEquals("a", value.reveal());
  }

  @Test
  void closingWhileOthersOpen_leavesNoBytesBehind() throws Exception {
    for (int round = 0; round < 300; round++) {
      byte[] bytes = new byte[1_000];
      AtomicInteger opened = new AtomicInteger();
      SecretValue value =
          SealedBy.sealed(
              () -> {
                opened.incrementAndGet();
                Arrays.fill(bytes, (byte) 'x');
                return bytes;
              });
      Thread revealing = new Thread(() -> revealIfOpen(value));
      Thread closing = new Thread(value::close);
      revealing.start();
      closing.start();
      revealing.join();
      closing.join();
      assertArrayEquals(new byte[1_000], bytes);
      assertTrue(opened.get() <= 1);
    }
  }

  private static void revealIfOpen(SecretValue value) {
    try {
      byte[] revealed = value.revealBytes();
      assertEquals('x', revealed[999]);
    } catch (IllegalStateException e) {
      assertEquals("Token was closed", e.getMessage());
    }
  }
}
