package dev.countersign.runtime.dotenv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

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
    List<String> others;
    try {
      Dotenv.parse(text);
      others = others(text);
    } catch (DotenvFormatException refused) {
      return false;
    }
    sets(text, others, all.substring(split + 1));
    return true;
  }

  private static void sets(String text, List<String> others, String value)
      throws DotenvFormatException {
    String set = OverrideEditor.set(text, NAME, value);
    assertEquals(value, last(set));
    assertEquals(others, others(set));
    assertEquals(set, OverrideEditor.set(set, NAME, value));
    assertEquals(others, others(OverrideEditor.remove(set, NAME)));
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
