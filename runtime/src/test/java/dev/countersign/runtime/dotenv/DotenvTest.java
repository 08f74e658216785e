package dev.countersign.runtime.dotenv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each value here is what the dotenv program, version 17, reads, unless it says otherwise. */
final class DotenvTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "K=v|v",
        "K = v |v",
        "  K=v|v",
        "\tK\t=\tv\t|v",
        "K: v|v",
        "K:   v|v",
        "K: \"v\"|v",
        "export K=v|v",
        "export   K = 'v'|v",
        "K=a b|a b",
        "K==|=",
        "K=a=b|a=b",
        "K='v'|v",
        "K=\"v\"|v",
        "K=`v`|v",
        "K=' v '|§ v §",
        "K=v # c|v",
        "K=v#c|v",
        "K='v' # c|v",
        "K='v'#c|v",
        "K='a#b' # c 'd'|a#b",
        "K=\"a#b\"|a#b",
        "K='it\"s'|it\"s",
        "K=\"it's\"|it's",
        "K=`it's \"v\"`|it's \"v\"",
        "K='it's'|it's",
        "K=\"say \"hi\"\"|say \"hi\"",
        "K='a' 'b'|a' 'b",
        "K='it\\'s'|it\\'s",
        "K=\"a\\\"b\"|a\\\"b",
        "K='C:\\dir\\'|C:\\dir\\",
        "K='a\\' # it's|a\\",
        "K=C:\\dir\\|C:\\dir\\",
        "K={\"a\": 1}|{\"a\": 1}",
        "K='a\\nb'|a\\nb",
        "K=`a\\nb`|a\\nb",
        "K=a\\nb|a\\nb",
        "K=é€😀|é€😀",
        "K=\u00A0v\u00A0|v",
        "K=pa$word|pa$word",
        "K=a${b|a${b",
        "K=a${}|a${}",
        "K=$(whoami)|$(whoami)",
        "K=\"$(cat \"x\")\"|$(cat \"x\")",
        "K=a'|a'",
      })
  void line_isReadAsTheProgramsDo(String line, String value) throws DotenvFormatException {
    assertEquals(List.of(new Entry("K", value, 1)), Dotenv.parse(line));
  }

  @ParameterizedTest
  @CsvSource({"K=", "K=   ", "K=''", "K=\"\"", "K=# c", "K= # c", "K: ''"})
  void emptyValues_areEmpty(String line) throws DotenvFormatException {
    assertEquals("", value(line));
    assertEquals("", value(line + "\nL=1", 0));
  }

  @Test
  void escapesInDoubleQuotes_areResolved() throws DotenvFormatException {
    assertEquals("a\nb\rc", value("K=\"a\\nb\\rc\""));
    assertEquals("a\\\nb", value("K=\"a\\\\nb\""));
    assertEquals("a\\xb", value("K=\"a\\xb\""));
  }

  @Test
  void tabInDoubleQuotes_isResolvedAsDotenvxDoes() throws DotenvFormatException {
    assertEquals("a\tb", value("K=\"a\\tb\""));
  }

  @Test
  void quotedValues_mayHaveSeveralLines() throws DotenvFormatException {
    for (String quote : List.of("'", "\"", "`")) {
      assertEquals(
          List.of(new Entry("K", "a\n# b\n\nL=c", 1), new Entry("M", "d", 5)),
          Dotenv.parse("K=" + quote + "a\n# b\n\nL=c" + quote + " # e\nM=d\n"));
    }
  }

  @Test
  void names_mayHoldDotsAndDashes() throws DotenvFormatException {
    assertEquals(
        List.of(new Entry("a.b-c_1", "1", 1), new Entry("export", "2", 2), new Entry("9", "3", 3)),
        Dotenv.parse("a.b-c_1=1\nexport = 2\n9=3"));
    assertEquals("export", Dotenv.parse("export export=1").get(0).name());
  }

  @Test
  void commentsAndBlankLines_arePassedOver() throws DotenvFormatException {
    assertEquals(
        List.of(new Entry("K", "v", 5)), Dotenv.parse("# a='\n\n  \t\n   # b=\"\nK=v\n#c=1"));
    assertEquals(List.of(), Dotenv.parse(""));
    assertEquals(List.of(), Dotenv.parse("\n\r\n"));
  }

  @Test
  void carriageReturns_endLinesAndAreNewLinesInValues() throws DotenvFormatException {
    assertEquals(
        List.of(new Entry("K", "a\nb\nc", 1), new Entry("L", "d", 4), new Entry("M", "", 5)),
        Dotenv.parse("K='a\r\nb\rc'\r\nL=d \rM=\r\n"));
  }

  @Test
  void byteOrderMark_isPassedOver() throws DotenvFormatException {
    assertEquals(List.of(new Entry("K", "v", 1)), Dotenv.parse("\uFEFFK=v\n"));
    assertEquals(List.of(new Entry("K", "v", 2)), Dotenv.parse("\uFEFF# c\nK=v\n"));
  }

  @Test
  void everyAssignmentOfAName_isKeptInOrder() throws DotenvFormatException {
    assertEquals(
        List.of(new Entry("K", "1", 1), new Entry("K", "2", 2)), Dotenv.parse("K=1\nK=2\n"));
  }

  @Test
  void quoteOfTheNextLine_doesNotEndAValueThatIsClosed() throws DotenvFormatException {
    assertEquals(
        List.of(new Entry("A", "C:\\dir\\", 1), new Entry("B", "x", 2)),
        Dotenv.parse("A='C:\\dir\\'\nB='x'\n"));
  }

  @Test
  void entry_printsNoValue() throws DotenvFormatException {
    String text = Dotenv.parse("Token=hunter2").toString();
    assertFalse(text.contains("hunter2"), text);
    assertEquals("[Entry[Token, line 1]]", text);
  }

  private static String value(String text) throws DotenvFormatException {
    List<Entry> entries = Dotenv.parse(text);
    assertEquals(1, entries.size());
    return entries.get(0).value();
  }

  private static String value(String text, int index) throws DotenvFormatException {
    return Dotenv.parse(text).get(index).value();
  }
}
