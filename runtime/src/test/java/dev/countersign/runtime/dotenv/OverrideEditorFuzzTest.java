package dev.countersign.runtime.dotenv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.countersign.runtime.FuzzTarget;
import dev.countersign.runtime.SecretName;
import java.util.ArrayList;
import java.util.List;

/**
 * Whatever is set is read back, and the other assignments stay. An input is the text of a file and,
 * behind the last NUL, the value to set.
 */
class OverrideEditorFuzzTest extends FuzzTarget {
  private static final SecretName NAME = new SecretName("Token");

  @Override
  protected boolean reads(byte[] input) throws DotenvFormatException {
    String all = new String(input, UTF_8);
    int split = all.lastIndexOf('\0');
    String text = all.substring(0, Math.max(split, 0));
    String value = all.substring(split + 1);
    String set;
    String removed;
    try {
      Dotenv.parse(text);
      set = OverrideEditor.set(text, NAME, value);
      removed = OverrideEditor.remove(text, NAME);
    } catch (DotenvFormatException refused) {
      return false;
    }
    assertEquals(value, last(set));
    assertEquals(set, OverrideEditor.set(set, NAME, value));
    assertNull(last(removed));
    assertEquals(others(text), others(set));
    assertEquals(others(text), others(removed));
    return true;
  }

  private static String last(String text) throws DotenvFormatException {
    String last = null;
    for (Entry entry : Dotenv.parse(text)) {
      last = entry.name().equals(NAME.value()) ? entry.value() : last;
    }
    return last;
  }

  /** Returns the other assignments as they are written. */
  private static List<String> others(String text) throws DotenvFormatException {
    List<String> others = new ArrayList<>();
    for (Assignment assignment : DotenvScanner.scan(text)) {
      if (!assignment.name().equals(NAME.value())) {
        others.add(text.substring(assignment.start(), assignment.valueEnd()));
      }
    }
    return others;
  }
}
