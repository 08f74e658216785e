package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArmorTest {
  private static final String BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----\n";
  private static final String END = "-----END AGE ENCRYPTED FILE-----\n";
  private static final String FULL = "A".repeat(64) + "\n";

  @Test
  void everySize_comesBack() throws Exception {
    for (int size = 0; size < 300; size++) {
      byte[] bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      assertArrayEquals(bytes, Armor.decode(Armor.encode(bytes)));
    }
  }

  @Test
  void lines_areOf64Characters() {
    assertEquals(BEGIN + END, Armor.encode(new byte[0]));
    assertEquals(BEGIN + FULL + END, Armor.encode(new byte[48]));
    assertEquals(BEGIN + FULL + "AA==\n" + END, Armor.encode(new byte[49]));
  }

  @Test
  void crlfThroughout_isRead_mixedIsNot() throws Exception {
    String text = BEGIN + FULL + FULL + "AAAA\n" + END;
    assertEquals(99, Armor.decode(text.replace("\n", "\r\n")).length);
    int breaks = 0;
    for (int i = text.indexOf('\n');
        i >= 0 && i < text.length() - 1;
        i = text.indexOf('\n', i + 1)) {
      String mixed = text.substring(0, i) + "\r" + text.substring(i);
      assertThrows(AgeFormatException.class, () -> Armor.decode(mixed));
      breaks++;
    }
    assertEquals(4, breaks);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\n", " \n", "\t\r\n"})
  void blankLinesAround_areRead(String blank) throws Exception {
    String text = BEGIN + "AAAA\n" + END;
    assertEquals(3, Armor.decode(blank + text + blank).length);
    assertEquals(3, Armor.decode(text.substring(0, text.length() - 1)).length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|1",
        "~~|3",
        "<|2",
        "<AAAA~|3",
        "<~>|2",
        "<AA~AA==~>|3",
        "<AAAA~~>|3",
        "< AAAA~>|3",
        "<AAA~>|3",
        "<AAA\u00e9~>|3",
        "<AAA\u0141~>|3",
        "<AA\ud83d\ude00~>|3",
        "<AAAA~>\u0420|3",
        "<AAAA~>\ud83d\ude00|3",
        "<AAB=~>|3",
        "<A===~>|3",
        "<AA=A~>|3",
        "<AAAA~>AAAA|3",
        "<AAAA~><AAAA~>|3",
        "~~AAAA~|3",
        "text~<AAAA~>|1",
        "<Version: 1~~AAAA~>|3",
      })
  void malformedArmor_isRefusedWithItsLine(String shorthand, int line) {
    String text = shorthand.replace("<", BEGIN).replace(">", END).replace('~', '\n');
    AgeFormatException refused = assertThrows(AgeFormatException.class, () -> Armor.decode(text));
    assertEquals(AgeFormatException.Reason.ARMOR, refused.reason());
    assertTrue(refused.getMessage().contains("line " + line + ":"), refused.getMessage());
  }

  @Test
  void whateverParses_isWrittenTheSameAgain() {
    Random random = new Random(42);
    int parsed = 0;
    for (int i = 0; i < 50_000; i++) {
      String mutant = mutant(random);
      byte[] bytes = decodeOrNull(mutant);
      if (bytes != null) {
        parsed++;
        assertEquals(mutant.replace("\r\n", "\n").strip() + "\n", Armor.encode(bytes));
      }
    }
    assertTrue(parsed > 5_000, "only " + parsed + " mutants parsed");
  }

  private static String mutant(Random random) {
    byte[] bytes = new byte[random.nextInt(150)];
    random.nextBytes(bytes);
    byte[] text = Armor.encode(bytes).getBytes(US_ASCII);
    String likely = "\n\r =-Ab/+";
    for (int i = random.nextInt(3); i > 0; i--) {
      text[random.nextInt(text.length)] = (byte) likely.charAt(random.nextInt(likely.length()));
    }
    return new String(text, US_ASCII);
  }

  private static byte @Nullable [] decodeOrNull(String text) {
    try {
      return Armor.decode(text);
    } catch (AgeFormatException e) {
      return null;
    }
  }
}
