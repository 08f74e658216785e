package dev.countersign.runtime.declaration;

import dev.countersign.runtime.json.JsonFormatException;
import dev.countersign.runtime.json.JsonReader;
import dev.countersign.runtime.value.MisfitException;
import dev.countersign.runtime.value.Pem;
import dev.countersign.runtime.value.Texts;
import dev.countersign.runtime.value.Values;
import java.util.Base64;
import java.util.UUID;

/** Whether a text has one of the formats that a declaration can name. */
final class ValueFormats {
  private ValueFormats() {}

  static boolean fits(Format format, String text) {
    return switch (format) {
      case TEXT -> true;
      case URI -> isUri(text);
      case INTEGER -> Texts.isInteger(text);
      case BASE64 -> isBase64(text);
      case HEX -> text.length() % 2 == 0 && Texts.consistsOf(text, "0123456789abcdefABCDEF");
      case UUID -> isUuid(text);
      case JSON -> isJson(text);
      case PRIVATE_KEY -> Pem.holds(text, "PRIVATE KEY");
      case CERTIFICATE -> Pem.holds(text, "CERTIFICATE");
    };
  }

  private static boolean isUri(String text) {
    try {
      return Values.uri(text).isAbsolute();
    } catch (MisfitException e) {
      return false;
    }
  }

  private static boolean isBase64(String text) {
    try {
      Base64.Decoder decoder =
          text.contains("-") || text.contains("_") ? Base64.getUrlDecoder() : Base64.getDecoder();
      return decoder.decode(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isUuid(String text) {
    try {
      return text.length() == 36 && text.equalsIgnoreCase(UUID.fromString(text).toString());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isJson(String text) {
    try {
      JsonReader.read(text);
      return true;
    } catch (JsonFormatException e) {
      return false;
    }
  }
}
