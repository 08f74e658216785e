package dev.countersign.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {
  @Test
  void everyKindOfValue_isRead() throws JsonFormatException {
    assertEquals(
        Map.of("a", List.of(1L, -2L, 0.5, 1e3), "b", Map.of(), "c", true, "d", false),
        read(" {\"a\": [1, -2, 0.5, 1e3],\r\n\t\"b\": {}, \"c\": true, \"d\": false}\n"));
    assertNull(read("null"));
    assertEquals(List.of(), read("[ ]"));
    assertEquals(1e30, read("1000000000000000000000000000000"));
  }

  @Test
  void escapes_areResolved() throws JsonFormatException {
    assertEquals(
        "\"\\/\b\f\n\r\té😀\uD800", read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9😀\\ud800\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "{\"a\" 1}",
        "{1:1}",
        "01",
        "-",
        "+1",
        ".5",
        "1.",
        "1e",
        "1e+",
        "--1",
        "0x1",
        "NaN",
        "Infinity",
        "tru",
        "True",
        "nul",
        "\"",
        "\"a",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u１２３４\"",
        "\"\t\"",
        "\"\n\"",
        "\"\u0000\"",
        "1 1",
        "{} {}",
        "//x\n1",
        "/**/1",
        "[1]x",
        "\uFEFF{}",
        "{}\uFFFF",
        "\uFFFF",
        "\"a\uFFFF"
      })
  void textThatIsNoJson_isRefused(String text) {
    JsonFormatException e = assertThrows(JsonFormatException.class, () -> read(text));
    assertTrue(e.line() >= 1 && e.column() >= 1, place(e));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1, x] | 1:5: expected a value",
        "[1 2] | 1:4: expected ]",
        "[1,~ 2~  ?] | 3:3: expected ]",
        "{\"a\": 1, 2} | 1:10: expected a key in quotes",
        "{\"a\": 1,~\"a\": 2} | 2:1: this key is here twice",
        "[\"😀\", ?] | 1:7: expected a value",
        "[] x | 1:4: expected the end",
      })
  void fault_isReportedAtItsLineAndColumn(String text, String message) {
    assertEquals(
        message,
        place(assertThrows(JsonFormatException.class, () -> read(text.replace('~', '\n')))));
  }

  @Test
  void keyThatStandsTwiceByAnEscape_isRefused() {
    assertThrows(JsonFormatException.class, () -> read("{\"a\": 1, \"\\u0061\": 2}"));
  }

  @Test
  void nesting_isReadUpToTheLimitOnly() throws JsonFormatException {
    read("[".repeat(JsonReader.MAX_DEPTH) + "]".repeat(JsonReader.MAX_DEPTH));
    assertEquals(
        "1:33: values are nested more than 32 deep",
        place(assertThrows(JsonFormatException.class, () -> read("[".repeat(100_000)))));
    assertThrows(JsonFormatException.class, () -> read("{\"a\":".repeat(100_000)));
  }

  @Test
  void siblings_doNotCountAsNesting() throws JsonFormatException {
    assertEquals(100, ((List<?>) required(read("[" + "[],".repeat(99) + "[]]"))).size());
  }

  private static String place(JsonFormatException e) {
    return e.line() + ":" + e.column() + ": " + e.getMessage();
  }

  private static Object required(@Nullable Object value) {
    if (value == null) {
      throw new AssertionError("null was read");
    }
    return value;
  }

  private static @Nullable Object read(String text) throws JsonFormatException {
    return JsonReader.read(text);
  }
}
