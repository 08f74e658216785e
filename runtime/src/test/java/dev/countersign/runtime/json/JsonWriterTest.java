package dev.countersign.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class JsonWriterTest {
  @Test
  void layout_isTwoSpacesALevelAndAnEndOfLine() {
    JsonWriter json = new JsonWriter().begin('{');
    json.key("a").number(1);
    json.key("b").begin('[').element().flag(true).element().begin('{').end().end();
    json.key("c").strings(List.of("x", "y"));
    json.key("d").begin('{').key("e").string("z").end();
    assertEquals(
        """
        {
          "a": 1,
          "b": [
            true,
            {}
          ],
          "c": ["x", "y"],
          "d": {
            "e": "z"
          }
        }
        """,
        json.end().finish());
  }

  @Test
  void charactersThatJsonOrUtf8CannotHold_areEscaped() {
    assertEquals(
        "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\\u007fé/😀\\ud800x\\udc00\"\n",
        new JsonWriter().string("\"\\\b\f\n\r\t\0\u001F\u007Fé/😀\uD800x\uDC00").finish());
  }

  @Test
  void anyString_isReadBackAsItWas() throws JsonFormatException {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append((char) random.nextInt(random.nextBoolean() ? 128 : 65536));
      }
      String json = new JsonWriter().string(text.toString()).finish();
      assertEquals(text.toString(), JsonReader.read(json));
    }
  }
}
