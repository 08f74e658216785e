package dev.countersign.runtime.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlUnitsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = \"\"\"\n[x]\n\\\"\"\"\"\"\"\nb = 1\n",
        "a = '''\n[x]\n''''\nb = 1\n",
        "a = [ # ]\n 'it''s', \"]\\\"]\",\n]\nb = 1\n",
        "a = { x = '}', y = [1,\n2] }\nb = 1\n",
        "'a' = 1\n\"b\" = \"#\"\n",
        "  a = 1\n\tb = 2\n",
      })
  void valuesOfManyLines_areOneStatement(String text) {
    assertEquals(List.of("a", "b"), ids(text));
  }

  @Test
  void tablesAndKeys_haveTheirPaths() {
    assertEquals(
        List.of("x", "[t.u]", "t.u.k", "secrets.A", "secrets.B", "[secrets]", "secrets.C"),
        ids("x=1\n[ t . 'u' ]\nk=1\n[secrets.A]\nk=1\n[secrets.B.x]\n[secrets]\nC.k=1\nC.l=2\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[x]]\n", "x\n", "[x\n"})
  void whatIsNoStatement_cannotBeTakenApart(String text) {
    assertNull(TomlUnits.of(text));
  }

  /** Whatever a text is made of, no byte of it is lost or moved. */
  @Test
  void units_areTogetherTheText() {
    String[] lines = {
      "", "# c", "k = 1", "[t]", "[secrets.A]", "[secrets.A.m]", "l = [", "]", "'''"
    };
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int line = random.nextInt(9); line >= 0; line--) {
        text.append(lines[random.nextInt(lines.length)]).append('\n');
      }
      List<TomlUnit> units = TomlUnits.of(text.toString());
      assertEquals(text.toString(), units == null ? text.toString() : join(units));
    }
  }

  private static String join(List<TomlUnit> units) {
    StringBuilder text = new StringBuilder();
    units.forEach(unit -> text.append(unit.blank()).append(unit.text()));
    return text.toString();
  }

  private static List<String> ids(String text) {
    List<TomlUnit> units = TomlUnits.of(text);
    assertNotNull(units);
    assertEquals(text, join(units));
    List<String> ids = new ArrayList<>();
    units.forEach(unit -> ids.add(unit.id().replace(TomlUnit.SEPARATOR, '.')));
    return ids;
  }
}
