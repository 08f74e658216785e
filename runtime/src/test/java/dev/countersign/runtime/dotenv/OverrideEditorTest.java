package dev.countersign.runtime.dotenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.SecretName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class OverrideEditorTest {
  @Test
  void plainValue_isWrittenBare() throws DotenvFormatException {
    assertWritten("ghp_A1-./:@%+=,", "ghp_A1-./:@%+=,");
  }

  @Test
  void otherValue_isWrittenInSingleQuotesWhereTheyCanHoldIt() throws DotenvFormatException {
    assertWritten("''", "");
    assertWritten("'a b'", "a b");
    assertWritten("'a#b'", "a#b");
    assertWritten("'pa$word ${A} \\n'", "pa$word ${A} \\n");
    assertWritten("'say \"hi\"'", "say \"hi\"");
    assertWritten("'é'", "é");
    assertWritten("'a\nb\n'", "a\nb\n");
  }

  @Test
  void valueWithASingleQuote_isWrittenInBackticks() throws DotenvFormatException {
    assertWritten("`it's`", "it's");
    assertWritten("`it's \\${A}`", "it's ${A}");
  }

  @Test
  void valueWithACarriageReturn_isWrittenInDoubleQuotes() throws DotenvFormatException {
    assertWritten("\"a\\r\nb\"", "a\r\nb");
    assertWritten("\"'`\"", "'`");
  }

  @Test
  void valueThatEndsWithABackslash_isWrittenBare() throws DotenvFormatException {
    assertWritten("C:\\my dir\\", "C:\\my dir\\");
  }

  @Test
  void valueThatNoQuotesCanHold_takesTwoAssignments() throws DotenvFormatException {
    String value = "#'`\"\\\"\\n\\$\r\\";
    String text = OverrideEditor.set("A=1\n", new SecretName("K"), value);
    assertEquals("A=1\nK='\"'\nK=\"#'`${K}${K:+\\}${K}${K:+\\}n\\\\$\\r${K:+\\}\"\n", text);
    assertEquals(value, last(text, "K"));
    assertEquals("A=1\nK=v\n", OverrideEditor.set(text, new SecretName("K"), "v"));
    assertEquals(text, OverrideEditor.set(text, new SecretName("K"), value));
    assertEquals("A=1\n", OverrideEditor.remove(text, new SecretName("K")));
  }

  @Test
  void edit_thatWouldMoveTheEndOfAnotherValue_isRefused() {
    String ambiguous = "A=1\nB=\"x\\\"\n";
    SecretName name = new SecretName("K");
    assertRefusedAtLine(2, () -> OverrideEditor.set(ambiguous, name, "#\r"));
    assertRefusedAtLine(1, () -> OverrideEditor.set("K='x\\'\nK=1\n", name, "# x"));
    assertRefusedAtLine(2, () -> OverrideEditor.set(ambiguous + "K=1\n", name, "#\r"));
    assertRefusedAtLine(2, () -> OverrideEditor.remove(ambiguous + "K=\"v\"\nC='\\\"\n'\n", name));
  }

  @Test
  void assignmentAbove_isKeptWhereItIsNoPartOfAPair() throws DotenvFormatException {
    assertEquals("K=1\nK=v\n", OverrideEditor.set("K=1\nK=2\n", new SecretName("K"), "v"));
    assertEquals("L='\"'\nK=v\n", OverrideEditor.set("L='\"'\nK=2\n", new SecretName("K"), "v"));
  }

  @Test
  void newName_isAppended() throws DotenvFormatException {
    assertEquals("K=v\n", OverrideEditor.set("", new SecretName("K"), "v"));
    assertEquals("A=1\nK=v\n", OverrideEditor.set("A=1\n", new SecretName("K"), "v"));
    assertEquals("A=1\nK=v\n", OverrideEditor.set("A=1", new SecretName("K"), "v"));
    assertEquals("# K=1\nK=v\n", OverrideEditor.set("# K=1\n", new SecretName("K"), "v"));
  }

  @Test
  void replacedValue_leavesEverythingElse() throws DotenvFormatException {
    assertEquals(
        "# top\n\n  export K  =  'n w'   # why\nB: 2",
        OverrideEditor.set(
            "# top\n\n  export K  =  \"o\nld\"   # why\nB: 2", new SecretName("K"), "n w"));
    assertEquals("K: new\n", OverrideEditor.set("K: old\n", new SecretName("K"), "new"));
    assertEquals("K='n w'#c", OverrideEditor.set("K=#c", new SecretName("K"), "n w"));
    assertEquals("K: 'n w'\nB=", OverrideEditor.set("K: \nB=", new SecretName("K"), "n w"));
  }

  @Test
  void lastAssignment_isTheOneReplaced() throws DotenvFormatException {
    assertEquals(
        "K=1\nA=2\nK=v\nB=3\n",
        OverrideEditor.set("K=1\nA=2\nK=4\nB=3\n", new SecretName("K"), "v"));
  }

  @Test
  void carriageReturns_areKeptAndWritten() throws DotenvFormatException {
    String text = OverrideEditor.set("A=1\r\n", new SecretName("K"), "a\nb");
    assertEquals("A=1\r\nK='a\r\nb'\r\n", text);
    assertEquals("a\nb", last(text, "K"));
    assertEquals("A='x y'\r\nB=2", OverrideEditor.set("A=1\r\nB=2", new SecretName("A"), "x y"));
    assertEquals("A=1\r\nK=v\r\n", OverrideEditor.set("A=1\r\n", new SecretName("K"), "v"));
  }

  @Test
  void namesThatContainTheName_areOthers() throws DotenvFormatException {
    assertEquals("K1=1\nk=2\nK=v\n", OverrideEditor.set("K1=1\nk=2\n", new SecretName("K"), "v"));
  }

  @Test
  void removedName_goesWithEachOfItsLines() throws DotenvFormatException {
    SecretName name = new SecretName("K");
    assertEquals(
        "# a\nA=1\n\nB=2", OverrideEditor.remove("# a\nK='x\ny' # c\nA=1\n\n  K=2\nB=2", name));
    assertEquals("A=1\r\n", OverrideEditor.remove("A=1\r\nK=2\r\n", name));
    assertEquals("A=1\n", OverrideEditor.remove("A=1\nK=2", name));
    assertEquals("", OverrideEditor.remove("K=2\nK=3\n", name));
    assertEquals("A=1", OverrideEditor.remove("A=1", name));
  }

  @Test
  void malformedText_isNotEdited() {
    String message = ".secrets.local:2: this is not NAME=value; mend it, or begin the line with #";
    SecretName name = new SecretName("K");
    assertEquals(message, refusal(() -> OverrideEditor.set("A=1\noops\n", name, "v")));
    assertEquals(message, refusal(() -> OverrideEditor.remove("A=1\noops\n", name)));
  }

  private static void assertRefusedAtLine(int line, Executable edit) {
    DotenvFormatException refused = assertThrows(DotenvFormatException.class, edit);
    assertEquals(line, refused.line());
    assertTrue(refused.getMessage().contains("another kind of quotes"), refused.getMessage());
  }

  private static @Nullable String refusal(Executable edit) {
    return assertThrows(DotenvFormatException.class, edit).getMessage();
  }

  private static void assertWritten(String written, String value) throws DotenvFormatException {
    String text = OverrideEditor.set("", new SecretName("K"), value);
    assertEquals("K=" + written + "\n", text);
    assertEquals(value, last(text, "K"));
  }

  private static String last(String text, String name) throws DotenvFormatException {
    String last = "";
    for (Entry entry : Dotenv.parse(text)) {
      last = entry.name().equals(name) ? entry.value() : last;
    }
    return last;
  }
}
