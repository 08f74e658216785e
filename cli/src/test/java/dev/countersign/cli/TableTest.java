package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
  @Test
  void columns_areAsWideAsTheirWidestCell() {
    assertEquals(
        "NAME  x  y\n🔑ü    1  2\n",
        Table.of(List.of(List.of("NAME", "x", "y"), List.of("🔑ü", "1", "2"))));
  }

  @Test
  void lastColumn_hasNoSpacesBehindIt() {
    assertEquals("a  long\nb  s\n", Table.of(List.of(List.of("a", "long"), List.of("b", "s"))));
  }
}
