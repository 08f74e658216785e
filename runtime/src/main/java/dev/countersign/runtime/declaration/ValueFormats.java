package dev.countersign.runtime.declaration;

import dev.countersign.runtime.json.JsonFormatException;
import dev.countersign.runtime.json.JsonReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.UUID;

/** Whether a text has one of the formats that a declaration can name. */
final class ValueFormats {
  private ValueFormats() {}

  static boolean fits(Format format, String text) {
    return switch (format) {
      case TEXT -> true;
      case URI -> isUri(text);
      case INTEGER -> isInteger(text);
      case BASE64 -> isBase64(text);
      case HEX -> text.length() % 2 == 0 && consistsOf(text, "0123456789abcdefABCDEF");
      case UUID -> isUuid(text);
      case JSON -> isJson(text);
      case PRIVATE_KEY -> isPem(text, "PRIVATE KEY");
      case CERTIFICATE -> isPem(text, "CERTIFICATE");
    };
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isInteger(String text) {
    return consistsOf(text.startsWith("-") ? text.substring(1) : text, "0123456789");
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

  /** A PEM block of a kind, such as {@code RSA PRIVATE KEY}; what is inside is not looked into. */
  private static boolean isPem(String text, String kind) {
    String trimmed = text.strip();
    return trimmed.startsWith("-----BEGIN ")
        && trimmed.endsWith("-----")
        && trimmed.contains(kind + "-----\n")
        && trimmed.contains("-----END ");
  }

  private static boolean consistsOf(String text, String allowed) {
    for (int i = 0; i < text.length(); i++) {
      if (allowed.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
