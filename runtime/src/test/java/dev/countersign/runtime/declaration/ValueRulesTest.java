package dev.countersign.runtime.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.countersign.runtime.SecretName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueRulesTest {
  private static final String PEM =
      "-----BEGIN %1$s-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END %1$s-----\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TEXT | anything at all",
        "URI | postgres://user@localhost:5432/db",
        "INTEGER | 0",
        "INTEGER | 007",
        "INTEGER | -12345678901234567890",
        "BASE64 | aGVsbG8=",
        "BASE64 | _-8",
        "HEX | deadbeef",
        "HEX | 00FF",
        "UUID | 123e4567-e89b-12d3-a456-426614174000",
        "JSON | {\"a\": [1, 2]}",
        "JSON | null"
      })
  void valueOfItsFormat_isFine(Format format, String value) {
    assertNull(problem(format, null, value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "URI | no scheme",
        "URI | relative/path",
        "INTEGER | 1.5",
        "INTEGER | -",
        "INTEGER | 0x10",
        "INTEGER | ''",
        "BASE64 | a",
        "BASE64 | a b c d",
        "BASE64 | ''",
        "HEX | abc",
        "HEX | xy",
        "HEX | ''",
        "UUID | 123e4567",
        "UUID | 123e4567-e89b-12d3-a456-42661417400g",
        "JSON | {a: 1}",
        "JSON | ''",
        "PRIVATE_KEY | secret",
        "CERTIFICATE | secret"
      })
  void valueOfAnotherFormat_isRefused(Format format, String value) {
    assertEquals("does not have the declared format " + format.id(), problem(format, null, value));
  }

  @Test
  void pem_isToldByItsKind() {
    assertNull(problem(Format.PRIVATE_KEY, null, PEM.formatted("PRIVATE KEY")));
    assertNull(problem(Format.PRIVATE_KEY, null, PEM.formatted("EC PRIVATE KEY")));
    assertNull(problem(Format.CERTIFICATE, null, PEM.formatted("CERTIFICATE")));
    assertEquals(
        "does not have the declared format certificate",
        problem(Format.CERTIFICATE, null, PEM.formatted("PRIVATE KEY")));
  }

  @Test
  void pattern_mustMatchTheWholeValue() {
    assertNull(problem(Format.TEXT, "sk_\\w+", "sk_live"));
    assertEquals(
        "does not match the declared pattern sk_\\w+",
        problem(Format.TEXT, "sk_\\w+", "a sk_live"));
  }

  @Test
  void bytesThatAreNoText_areFineOnlyWhereNothingIsDeclared() {
    byte[] bytes = {(byte) 0xff};
    assertNull(ValueRules.problem(declaration(Format.TEXT, null), bytes));
    assertEquals("is not UTF-8 text", ValueRules.problem(declaration(Format.HEX, null), bytes));
  }

  @Test
  void patternThatRepeatsAGroup_isToldWhereAValueIsTooLongForIt() {
    assertEquals(
        "is too long for the declared pattern (a|b)*, which repeats a group: write [ab]* for (a|b)*",
        problem(Format.TEXT, "(a|b)*", "ab".repeat(500_000)));
  }

  private static String problem(Format format, String pattern, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return ValueRules.problem(declaration(format, pattern), bytes);
  }

  private static Declaration declaration(Format format, String pattern) {
    SecretName name = new SecretName("Token");
    return new Declaration(
        name,
        null,
        List.of(),
        Declaration.of(name).types(),
        pattern,
        Map.of(),
        format,
        false,
        Set.of(),
        "");
  }
}
