package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.countersign.runtime.FuzzTarget;

/** A file has one armor only, besides the white space around it and the kind of its line ends. */
class ArmorFuzzTest extends FuzzTarget {
  @Override
  protected boolean reads(byte[] input) {
    String text = new String(input, ISO_8859_1);
    byte[] file;
    try {
      file = Armor.decode(text);
    } catch (AgeFormatException refused) {
      return false;
    }
    String armored = withoutSpaceAround(text) + "\n";
    String lineFeeds = Armor.encode(file);
    assertEquals(armored.contains("\r") ? crlf(lineFeeds) : lineFeeds, armored);
    return true;
  }

  private static String crlf(String text) {
    String lines = text.substring(0, text.length() - 1);
    return lines.replace("\n", "\r\n") + "\n";
  }

  /** Leaves out the four characters that may stand around an armor, and no others. */
  private static String withoutSpaceAround(String text) {
    return text.replaceAll("\\A[ \t\r\n]+|[ \t\r\n]+\\z", "");
  }
}
