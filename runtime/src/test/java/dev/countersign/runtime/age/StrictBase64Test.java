package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictBase64Test {
  @Test
  void everyOneAndTwoBytes_haveOneEncodingOnly() {
    int accepted = 0;
    for (char a = 0; a < 256; a++) {
      for (char b = 0; b < 256; b++) {
        String text = "" + a + b;
        byte[] bytes = StrictBase64.decodeUnpadded(text);
        if (bytes != null) {
          accepted++;
          assertEquals(text, StrictBase64.encodeUnpadded(bytes));
        }
      }
    }
    assertEquals(256, accepted);
  }

  @Test
  void bothForms_areThoseOfTheStandard() {
    for (int length = 0; length < 70; length++) {
      byte[] bytes = new byte[length];
      Arrays.fill(bytes, (byte) 0xfb);
      String padded = Base64.getEncoder().encodeToString(bytes);
      String unpadded = padded.replace("=", "");
      assertEquals(padded, StrictBase64.encodePadded(bytes));
      assertEquals(unpadded, StrictBase64.encodeUnpadded(bytes));
      assertEquals(unpadded.length(), StrictBase64.unpaddedLength(length));
      assertArrayEquals(bytes, StrictBase64.decodePadded(padded.getBytes(ISO_8859_1)));
      assertArrayEquals(bytes, StrictBase64.decodeUnpadded(unpadded));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "AAAAA", "AAA=", "AA==", "AAAA\n", "AA AA", "AA\r\nAA", "AB", "AAB"})
  void unpaddedText_isStrict(String text) {
    assertNull(StrictBase64.decodeUnpadded(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A", "AA", "AAA", "A===", "====", "==", "AA=A", "A=AA", "AAAA=", "AB==", "AAB="})
  void paddedText_isStrict(String text) {
    assertNull(StrictBase64.decodePadded(text.getBytes(ISO_8859_1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAA\u00c1", "AAA\u0141", "AAA-", "AAA_", "AAA\u0000"})
  void otherCharacters_areRefused(String text) {
    assertNull(StrictBase64.decodePadded(text.getBytes(ISO_8859_1)));
    assertNull(StrictBase64.decodeUnpadded(text));
  }
}
