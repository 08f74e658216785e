package dev.countersign.runtime.dotenv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.FuzzTarget;
import java.util.List;

/** A text is read or refused with a line that exists, with and without others' variables. */
class DotenvFuzzTest extends FuzzTarget {
  @Override
  protected boolean reads(byte[] input) throws DotenvFormatException {
    String text = new String(input, UTF_8);
    int lines = text.split("\r\n|\r|\n", -1).length;
    List<Entry> entries;
    try {
      entries = Dotenv.parse(text);
    } catch (DotenvFormatException refused) {
      requireLine(refused.line(), lines);
      return false;
    }
    for (Entry entry : entries) {
      requireLine(entry.line(), lines);
    }
    assertEquals(entries.size(), Dotenv.parse(text, name -> name.isEmpty() ? null : "").size());
    return true;
  }

  private static void requireLine(int line, int lines) {
    assertTrue(line >= 1 && line <= lines, "line " + line + " of " + lines);
  }
}
