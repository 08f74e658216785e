package dev.countersign.runtime.dotenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DotenvRefusalTest {
  private static final String NO_ASSIGNMENT =
      "this is not NAME=value; mend it, or begin the line with #";
  private static final String QUOTE =
      "the value begins with a quote and does not end with it; close it, or use another kind";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2", "export K", "export", "=hunter2", "K v", "K :hunter2", "two words=v", "K\n=v",
        "'K'=v", "\"K\": \"v\"", "// comment", "Ké=v", "K+=v", "- v", "{", "export\nK=v"
      })
  void lineThatTheProgramsPassOver_isRefused(String line) {
    assertEquals("line 3: " + NO_ASSIGNMENT, refusal("A=1\n\n" + line + "\nB=2").getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"K:hunter2", "K:", "K:\nB=2", "K:\r\n", "http://x"})
  void colonWithoutASpace_isRefused(String line) {
    assertEquals(
        "line 2: a colon needs a space behind it; write NAME: value, or NAME=value",
        refusal("\n" + line).getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"K='hunter2", "K=\"hunter2", "K=`hunter2", "K='", "K='a' b", "K='a',", "K='a\n b"})
  void valueThatOnlyBeginsWithAQuote_isRefused(String line) {
    assertEquals("line 2: " + QUOTE, refusal("A=1\n" + line + "\n").getMessage());
  }

  @Test
  void strayQuotesAfterAnEmptyValue_areRefused() {
    assertEquals("line 2: " + NO_ASSIGNMENT, refusal("K=\n'hunter2'\n").getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${hunter 2}",
        "${A:?hunter2}",
        "${A:hunter2}",
        "${${A}}",
        "${A:-{hunter2}}",
        "${!A}",
        "${:-x}"
      })
  void referenceThatCannotBeRead_isRefused(String value) {
    assertEquals(
        "line 2: a reference ${…} in this value cannot be read; for a plain text use single quotes",
        refusal("A=1\nK=" + value).getMessage());
  }

  @Test
  void line_isCountedOverValuesOfSeveralLines() {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String text = String.join(end, "A='1", "2' # c", "# d", "B=\"3", "", "4\"", "oops", "");
      assertEquals(7, refusal(text).line());
    }
  }

  @Test
  void message_neverQuotesTheFile() {
    for (String line : List.of("hunter2", "K='hunter2", "K:hunter2", "K=${hunter 2}")) {
      assertFalse(String.valueOf(refusal(line).getMessage()).contains("hunter"));
    }
  }

  @Test
  void fileName_isPutInFrontOnDemand() {
    DotenvFormatException exception = refusal("K=v\noops").in(".secrets.local");
    assertEquals(".secrets.local:2: " + NO_ASSIGNMENT, exception.getMessage());
    assertEquals(2, exception.line());
  }

  @Test
  void deepReferences_areRefusedAndOverflowNoStack() {
    refusal("K=" + "${A:-".repeat(100_000) + "}".repeat(100_000));
  }

  private static DotenvFormatException refusal(String text) {
    return assertThrows(DotenvFormatException.class, () -> Dotenv.parse(text));
  }
}
