package dev.countersign.cli;

import dev.countersign.runtime.declaration.NearMisses;
import java.util.List;

/** Small pieces of the command's messages, worded once. */
final class Text {
  private static final int MOST_DIGITS = 5;

  private Text() {}

  /** Returns a line that lists near misses, or nothing. */
  static String similar(List<String> names) {
    return names.isEmpty() ? "" : "\n  similar: " + String.join(", ", names);
  }

  /** Returns what to say of a text that is none of what is known: {@code what} with its article. */
  static String unknown(String text, String what, List<String> known) {
    return "\""
        + text
        + "\" is not "
        + what
        + ", which are "
        + String.join(", ", known)
        + similar(NearMisses.of(text, known));
  }

  /** Returns lines, all but the first of them indented. */
  static String indented(String lines) {
    return lines.replace("\n", "\n  ");
  }

  /** Returns the texts of some things with commas between them. */
  static String list(Iterable<?> things) {
    StringBuilder list = new StringBuilder();
    for (Object thing : things) {
      list.append(list.isEmpty() ? "" : ", ").append(thing);
    }
    return list.toString();
  }

  /** Returns {@code 1 secret}, {@code 2 secrets}. */
  static String count(int number, String noun) {
    return number + " " + (number == 1 ? noun : noun + "s");
  }

  /** Returns a text filled up with spaces to a width in columns of a terminal. */
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** Returns how many columns of a terminal a text takes. */
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += CharacterWidth.of(text.codePointAt(i));
    }
    return width;
  }

  /** Returns the number that a text is, or 0: for numbers of few digits, without a sign. */
  static int number(String text) {
    boolean isNumber = !text.isEmpty() && text.length() <= MOST_DIGITS;
    for (int i = 0; i < text.length(); i++) {
      isNumber &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return isNumber ? Integer.parseInt(text) : 0;
  }
}
