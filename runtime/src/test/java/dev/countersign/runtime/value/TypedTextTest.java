package dev.countersign.runtime.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "URI | jdbc:h2:mem:x | jdbc:h2:mem:x",
        "int | 007 | 7",
        "int | 2147483647 | 2147483647",
        "Integer | -2147483648 | -2147483648",
        "long | 9223372036854775807 | 9223372036854775807",
        "Long | -1 | -1",
        "boolean | true | true",
        "Boolean | FALSE | false",
        "Duration | PT1M30S | PT1M30S",
        "Duration | 250ms | PT0.25S",
        "Duration | 30s | PT30S",
        "Duration | 5m | PT5M",
        "Duration | 2h | PT2H",
        "Duration | 7d | PT168H",
        "Duration | -PT5S | PT-5S",
        "Path | etc/tls | etc/tls"
      })
  void textOfATheType_isParsed(String type, String text, String printed) throws Exception {
    assertEquals(printed, TypedText.parse(type, text).toString().replace('\\', '/'));
    assertNull(problem(type, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "URI | hunter2 | is not an absolute URI, such as https://example.com/path",
        "URI | a:hunter 2 | is not an absolute URI, such as https://example.com/path",
        "int | hunter2 | is not a whole number in digits",
        "int | +7 | is not a whole number in digits",
        "int | ' 7' | is not a whole number in digits",
        "int | \u0667 | is not a whole number in digits",
        "int | '' | is not a whole number in digits",
        "int | 2147483648 | is a number that does not fit into 32 bits",
        "Integer | -2147483649 | is a number that does not fit into 32 bits",
        "long | 9223372036854775808 | is a number that does not fit into 64 bits",
        "boolean | yes | is neither true nor false",
        "boolean | '' | is neither true nor false",
        "Duration | hunter2 | is not a duration, such as PT1M30S, 250ms, 30s, 5m, 2h or 7d",
        "Duration | 30 | is not a duration, such as PT1M30S, 250ms, 30s, 5m, 2h or 7d",
        "Duration | s | is not a duration, such as PT1M30S, 250ms, 30s, 5m, 2h or 7d",
        "Duration | 9223372036854775807d | is not a duration, such as PT1M30S, 250ms, 30s, 5m, 2h or 7d",
        "Duration | '' | is not a duration, such as PT1M30S, 250ms, 30s, 5m, 2h or 7d",
        "Path | '' | is not a path of this system",
        "PrivateKey | hunter2 | is not a private key in PEM, from -----BEGIN to -----END",
        "X509Certificate | hunter2 | is not a certificate in PEM, from -----BEGIN to -----END"
      })
  void textOfAnotherType_isToldByWhatIsExpected(String type, String text, String problem) {
    assertEquals(problem, problem(type, text));
    MisfitException e = assertThrows(MisfitException.class, () -> TypedText.parse(type, text));
    assertNull(e.getCause());
    assertEquals(0, e.getSuppressed().length);
    assertFalse(String.valueOf(e.getMessage()).contains("hunter"), e.getMessage());
  }

  @Test
  void nulCharacter_isInNoPath() {
    assertEquals("is not a path of this system", problem("Path", "a\0b"));
  }

  @Test
  void numberOfManyDigits_isRefusedWithoutCountingThem() {
    long start = System.nanoTime();
    assertTrue(String.valueOf(problem("int", "9".repeat(1_000_000))).contains("does not fit"));
    assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Optional<Integer>", "Supplier<Integer>", "Supplier<Optional<Integer>>"})
  void wrappedType_isJudgedByWhatIsWithin(String type) {
    assertNull(problem(type, "7"));
    assertEquals("is not a whole number in digits", problem(type, "seven"));
  }

  @Test
  void bytesThatAreNoText_areFineWhereBytesAreTaken() {
    byte[] bytes = {(byte) 0xff};
    assertNull(TypedText.problem("SecretValue", bytes));
    assertNull(TypedText.problem("Optional<byte[]>", bytes));
    assertEquals("is not UTF-8 text", TypedText.problem("String", bytes));
    assertEquals("is not UTF-8 text", TypedText.problem("Supplier<char[]>", bytes));
  }

  @Test
  void typeThatIsNotKnown_isNotJudged() {
    assertNull(problem("com.acme.Mode", "anything"));
  }

  private static String problem(String type, String text) {
    return TypedText.problem(type, text.getBytes(StandardCharsets.UTF_8));
  }
}
