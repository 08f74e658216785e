package dev.countersign.runtime.dotenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each value here is what the dotenvx program, version 2, reads, unless it says otherwise. */
final class ReferencesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "${A}|one",
        "x${A}y${A}z|xoneyonez",
        "\"${A}\"|one",
        "`${A}`|one",
        "'${A}'|${A}",
        "${NONE}|§§",
        "${EMPTY}|§§",
        "${A:-d}|one",
        "${NONE:-d}|d",
        "${EMPTY:-d}|d",
        "${A-d}|one",
        "${NONE-d}|d",
        "${EMPTY-d}|§§",
        "${A:+d}|d",
        "${NONE:+d}|§§",
        "${EMPTY:+d}|§§",
        "${A+d}|d",
        "${NONE+d}|§§",
        "${EMPTY+d}|d",
        "${NONE:-}|§§",
        "${NONE:-a:-b}|a:-b",
        "${NONE:-${A}}|one",
        "${NONE:-<${NONE:-${A}}>}|<one>",
        "${NONE-$(date)}|$(date)",
        "${NONE:-http://x/?a=b}|http://x/?a=b",
        "\\${A}|${A}",
        "\\\\${A}|\\${A}",
        "pa\\$word|pa$word",
        "${A|${A",
        "${NONE:-${A}|${NONE:-one",
        "a.b ${dotted.name}|a.b two",
        "$A|$A",
        "$|$",
        "a$|a$",
        "$$|$$",
      })
  void reference_isResolved(String written, String value) throws DotenvFormatException {
    String text = "A=one\nEMPTY=\ndotted.name=two\nK=" + written;
    assertEquals(value, Dotenv.parse(text).get(3).value());
  }

  @Test
  void referencesThatDoubleLineByLine_areRefusedBeforeTheyFillTheMemory() {
    String text = "A=1234567890\n" + "A=${A}${A}\n".repeat(60);
    assertRefused(text, 21);
  }

  @Test
  void referencesThatMultiplyInOneLine_areRefused() {
    String text = "A=" + "a".repeat(1 << 20) + "\nB=${A}${A}\nC=" + "${NONE:-${B}}".repeat(100);
    assertRefused(text, 3);
  }

  @Test
  void manyAssignmentsThatRepeatALongOne_areRefused() {
    String text = "A=" + "a".repeat(1 << 20) + "\n" + "B=${A}\n".repeat(20);
    assertRefused(text, 18);
  }

  @Test
  @Timeout(10)
  void beginningsOfReferences_areReadInTimeThatGrowsWithTheirNumber() throws DotenvFormatException {
    String open = "${".repeat(1 << 20);
    assertEquals(open, Dotenv.parse("K=" + open).get(0).value());
    assertEquals("}" + open, Dotenv.parse("K=}" + open).get(0).value());
  }

  private static void assertRefused(String text, int line) {
    DotenvFormatException refused =
        assertThrows(DotenvFormatException.class, () -> Dotenv.parse(text));
    assertEquals(line, refused.line());
    assertTrue(refused.getMessage().contains("more than 16 MiB"), refused.getMessage());
  }

  @Test
  void reference_meansTheAssignmentAbove() throws DotenvFormatException {
    assertEquals(
        List.of(
            new Entry("K", "", 1),
            new Entry("A", "1", 2),
            new Entry("L", "1", 3),
            new Entry("A", "2", 4),
            new Entry("M", "2", 5)),
        Dotenv.parse("K=${A}\nA=1\nL=${A}\nA=2\nM=${A}\n"));
  }

  @Test
  void referenceToItself_goesOnFromTheAssignmentAbove() throws DotenvFormatException {
    assertEquals("ab", Dotenv.parse("K=a\nK=${K}b\n").get(1).value());
    assertEquals("ab", Dotenv.parse("K=a\nK=${K}b\n", Map.of("K", "x")::get).get(1).value());
  }

  @Test
  void valueThatIsPutIn_isNotReadAgain() throws DotenvFormatException {
    assertEquals("x${B}\\$", Dotenv.parse("A='${B}\\$'\nB=1\nK=x${A}\n").get(2).value());
  }

  @Test
  void otherVariables_winOverTheFile() throws DotenvFormatException {
    List<Entry> entries = Dotenv.parse("A=1\nK=${A}${B}${C}\n", Map.of("A", "9", "B", "8")::get);
    assertEquals("98", entries.get(1).value());
    assertEquals("1", entries.get(0).value());
  }

  @Test
  void lineEndsOfADefault_areKept() throws DotenvFormatException {
    assertEquals("a\nb", Dotenv.parse("K=\"${NONE:-a\r\nb}\"").get(0).value());
  }
}
