package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
  @Test
  void columns_areAsWideAsTheirWidestCellOnATerminal() {
    assertEquals(
        "NAME  x  y\n🔑ü   1  2\n",
        Table.of(List.of(List.of("NAME", "x", "y"), List.of("🔑ü", "1", "2"))));
  }

  @Test
  void width_isThatOfATerminal() {
    assertEquals(4, Text.width("漢字"));
    assertEquals(2, Text.width("🔑"));
    assertEquals(1, Text.width("e\u0301"));
    assertEquals(4, Text.width("ﬀßЖ…"));
    assertEquals(2, Text.width("\uFF21"));
    assertEquals(1, Text.width("a\u200D"));
  }

  @Test
  void wideCharacters_countTwiceOnANarrowScreen() {
    List<List<String>> rows = List.of(List.of("N", "x"), List.of("漢字", "1"));
    Table.Painter painter = cell -> Shade.PLAIN;
    assertEquals("N     x\n漢字  1\n", Table.on(new Screen(7, false), rows, painter));
    assertEquals("漢字\n  x  1\n", Table.on(new Screen(6, false), rows, painter));
  }

  @Test
  void colors_takeNoRoom() {
    List<List<String>> rows = List.of(List.of("N", "x"), List.of("bad", "1"));
    Table.Painter painter = cell -> cell.equals("bad") ? Shade.BAD : Shade.PLAIN;
    assertEquals(
        "N    x\n\u001B[31mbad\u001B[0m  1\n", Table.on(new Screen(6, true), rows, painter));
  }

  @Test
  void columns_areReadFromNumbersOnly() {
    assertEquals(80, Text.number("80"));
    assertEquals(0, Text.number("wide"));
    assertEquals(0, Text.number(""));
    assertEquals(0, Text.number("99999999999"));
  }

  @Test
  void lastColumn_hasNoSpacesBehindIt() {
    assertEquals("a  long\nb  s\n", Table.of(List.of(List.of("a", "long"), List.of("b", "s"))));
  }
}
