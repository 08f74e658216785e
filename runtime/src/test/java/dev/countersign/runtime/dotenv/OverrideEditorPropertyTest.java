package dev.countersign.runtime.dotenv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.runtime.SecretName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is set is read back exactly, and everything else is read as before. */
final class OverrideEditorPropertyTest {
  private static final int RUNS = 20_000;
  private static final String[] ATOMS = {
    "'", "\"", "`", "\\", "\\n", "\\r", "\\t", "\n", "\r", "\r\n", "\t", " ", "#", "$", "${A}",
    "${K}", "${", "}", "\\$", "$(x)", "=", ":", "é", "😀", "\u00A0", "\u2028", "a", "n", "K=",
    "export ", "-"
  };
  private static final String[] FILES = {
    "",
    "A=1\n",
    "A=1",
    "K=old\nA='x'\n",
    "A=1\r\nK=\"o\r\nld\" # c\r\nB='it\\'\r\n",
    "K: v # 5\"\nA=1",
    "export K=1\nK=`2`\n# it's\nB=\"\"\n",
    "B=${K}\nK='\"'\nK=\"${K}x\"\nC=2\n",
    "K=#c\n\n# 5'\n# 5`\n",
    "\uFEFFK=old\nA=1\n",
    "\uFEFFA=1\r\n"
  };

  private final Random random = new Random(20_261_101);

  @Test
  void valueThatIsSet_isReadBack() throws DotenvFormatException {
    for (int i = 0; i < RUNS; i++) {
      String before = FILES[random.nextInt(FILES.length)];
      String value = value();
      String after = OverrideEditor.set(before, new SecretName("K"), value);
      assertEquals(value, last(Dotenv.parse(after)), () -> "set in " + before);
      assertEquals(others(before), others(after), () -> "others in " + before);
    }
  }

  @Test
  void valueThatIsSetTwice_changesNothingMore() throws DotenvFormatException {
    for (int i = 0; i < RUNS; i++) {
      String value = value();
      String once = OverrideEditor.set(FILES[i % FILES.length], new SecretName("K"), value);
      assertEquals(once, OverrideEditor.set(once, new SecretName("K"), value));
    }
  }

  @Test
  void valueOfOneMebibyte_isReadBack() throws DotenvFormatException {
    String value = "a'b\"c`d#\\n\\\n".repeat((1 << 20) / 12);
    String text = OverrideEditor.set("A=1\n", new SecretName("K"), value);
    assertEquals(value, last(Dotenv.parse(text)));
  }

  private String value() {
    StringBuilder value = new StringBuilder();
    for (int length = random.nextInt(9); length > 0; length--) {
      value.append(ATOMS[random.nextInt(ATOMS.length)]);
    }
    return value.toString();
  }

  private static String last(List<Entry> entries) {
    String last = "";
    for (Entry entry : entries) {
      last = entry.name().equals("K") ? entry.value() : last;
    }
    return last;
  }

  /** The other names with the text of their values, references unresolved. */
  private static List<String> others(String text) throws DotenvFormatException {
    List<String> others = new ArrayList<>();
    for (Assignment assignment : DotenvScanner.scan(text)) {
      if (!assignment.name().equals("K")) {
        others.add(assignment.name() + assignment.quote() + assignment.raw(text));
      }
    }
    return others;
  }
}
