package dev.countersign.maven;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static final String TEXT = "<script>\"a\" & b</script>";
  private static final String ESCAPED = "&lt;script&gt;&quot;a&quot; &amp; b&lt;/script&gt;";

  private final HtmlPage page = new HtmlPage();

  @Test
  void texts_areEscapedWhereverTheyStand() {
    page.begin(TEXT);
    page.paragraph(TEXT);
    page.table(List.of(TEXT), List.of(List.of(TEXT)));
    page.list(List.of(TEXT));
    page.end();
    assertFalse(page.html().contains("<script>"), page.html());
    for (String element : List.of("title", "h1", "p", "th", "td", "li")) {
      String whole = "<" + element + ">" + ESCAPED + "</" + element + ">";
      assertTrue(page.html().contains(whole), page.html());
    }
  }

  @Test
  void linesOfACell_areParted() {
    page.table(List.of(), List.of(List.of("one\ntwo")));
    assertTrue(page.html().contains("<td>one<br>two</td>"), page.html());
  }
}
