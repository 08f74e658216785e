package dev.countersign.cli.gate;

import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Small pieces of the gate's messages, worded once. */
final class Wording {
  private Wording() {}

  /** Returns the texts of some things with commas between them. */
  static String list(Iterable<?> things) {
    StringBuilder list = new StringBuilder();
    for (Object thing : things) {
      list.append(list.isEmpty() ? "" : ", ").append(thing);
    }
    return list.toString();
  }

  /** Returns the texts of some things behind a word and a colon, or nothing if there are none. */
  static String line(String word, Collection<?> things) {
    return things.isEmpty() ? "" : word + ": " + list(things);
  }

  /** Returns places as messages show them, each text once. */
  static String places(List<SecretUser> users) {
    Set<String> texts = new LinkedHashSet<>();
    for (SecretUser user : users) {
      texts.add(user.toString());
    }
    return list(texts);
  }

  /** Returns {@code 1 secret}, {@code 2 secrets}. */
  static String count(int number, String noun) {
    return number + " " + (number == 1 ? noun : noun + "s");
  }

  /**
   * Returns a text whose control characters, but line ends, are written out: what a jar's names
   * have must not steer a terminal or a log.
   */
  static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n') {
        visible.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        visible.append(c);
      }
    }
    return visible.toString();
  }
}
