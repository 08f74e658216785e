package dev.countersign.runtime.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.FuzzTarget;

/** Text is read as JSON or refused with its place. */
class JsonReaderFuzzTest extends FuzzTarget {
  @Override
  protected boolean reads(byte[] input) {
    String text = new String(input, UTF_8);
    try {
      JsonReader.read(text);
      return true;
    } catch (JsonFormatException refused) {
      assertTrue(refused.line() >= 1 && refused.line() <= text.split("\n", -1).length);
      assertTrue(refused.column() >= 1 && refused.column() <= text.length() + 1);
      return false;
    }
  }
}
