package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * Reads one armored file out of a text that may hold only blank lines besides. The lines of base64
 * are joined in place, without a copy of each.
 */
final class ArmorReader {
  private final byte[] text;
  private final int lineEndLength;
  private int position;
  private int line;

  /** Characters that are none of armor become question marks, and those are none of it either. */
  ArmorReader(String text) {
    this.text = text.getBytes(ISO_8859_1);
    skipBlankLines();
    lineEndLength = holds(Armor.BEGIN + "\r\n", position) ? 2 : 1;
  }

  byte[] read() throws AgeFormatException {
    if (!isNext(Armor.BEGIN, nextLength())) {
      throw malformed("not \"" + Armor.BEGIN + "\"");
    }
    skip(Armor.BEGIN.length());
    byte[] bytes = StrictBase64.decodePadded(Arrays.copyOf(text, joinBody()));
    if (bytes == null) {
      throw malformed("what stands above is not canonical base64");
    }
    if (firstNonSpace() != text.length) {
      throw malformed("something follows the armor");
    }
    return bytes;
  }

  /** Moves the lines up to the last one to the start of the text, and returns their length. */
  private int joinBody() throws AgeFormatException {
    int joined = 0;
    int previous = Header.COLUMNS;
    int length = nextLength();
    while (!isNext(Armor.END, length)) {
      requireColumns(previous, length);
      System.arraycopy(text, position, text, joined, length);
      joined += length;
      previous = length;
      skip(length);
      length = nextLength();
    }
    skip(length);
    return joined;
  }

  private void requireColumns(int previous, int current) throws AgeFormatException {
    if (current == 0) {
      throw malformed("empty");
    }
    if (current > Header.COLUMNS) {
      throw malformed("longer than 64 characters");
    }
    if (previous != Header.COLUMNS) {
      throw malformed("follows a line of " + previous + " characters instead of 64");
    }
  }

  /** Returns the length of the next line, which must be there, without its end. */
  private int nextLength() throws AgeFormatException {
    line++;
    if (position == text.length) {
      throw malformed("cut short");
    }
    int end = position;
    while (end < text.length && !isLineEnd(end)) {
      end++;
    }
    return end - position;
  }

  private boolean isLineEnd(int index) {
    return lineEndLength == 1
        ? text[index] == '\n'
        : text[index] == '\r' && index + 1 < text.length && text[index + 1] == '\n';
  }

  private boolean isNext(String expected, int length) {
    return length == expected.length() && holds(expected, position);
  }

  private boolean holds(String expected, int start) {
    for (int i = 0; i < expected.length(); i++) {
      if (start + i >= text.length || text[start + i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void skip(int length) {
    position = Math.min(position + length + lineEndLength, text.length);
  }

  private void skipBlankLines() {
    int stop = firstNonSpace();
    for (int i = position; i < stop; i++) {
      if (text[i] == '\n') {
        line++;
        position = i + 1;
      }
    }
  }

  private int firstNonSpace() {
    int i = position;
    while (i < text.length && isSpace(text[i])) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(byte c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private AgeFormatException malformed(String what) {
    return new AgeFormatException(
        AgeFormatException.Reason.ARMOR, "age armor, line " + line + ": " + what);
  }
}
