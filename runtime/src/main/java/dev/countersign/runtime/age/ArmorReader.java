package dev.countersign.runtime.age;

/** Reads one armored file out of a text that may hold only blank lines besides. */
final class ArmorReader {
  private final String text;
  private final String lineEnd;
  private int position;
  private int line;

  ArmorReader(String text) {
    this.text = text;
    skipBlankLines();
    lineEnd = text.startsWith(Armor.BEGIN + "\r\n", position) ? "\r\n" : "\n";
  }

  byte[] read() throws AgeFormatException {
    if (!nextLine().equals(Armor.BEGIN)) {
      throw malformed("not \"" + Armor.BEGIN + "\"");
    }
    byte[] bytes = StrictBase64.decodePadded(body());
    if (bytes == null) {
      throw malformed("what stands above is not canonical base64");
    }
    if (firstNonSpace() != text.length()) {
      throw malformed("something follows the armor");
    }
    return bytes;
  }

  private String body() throws AgeFormatException {
    StringBuilder body = new StringBuilder(text.length() - position);
    int previous = Header.COLUMNS;
    String current = nextLine();
    while (!current.equals(Armor.END)) {
      requireColumns(previous, current.length());
      body.append(current);
      previous = current.length();
      current = nextLine();
    }
    return body.toString();
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

  private String nextLine() throws AgeFormatException {
    line++;
    if (position == text.length()) {
      throw malformed("cut short");
    }
    int stop = text.indexOf(lineEnd, position);
    String found = text.substring(position, stop < 0 ? text.length() : stop);
    position = stop < 0 ? text.length() : stop + lineEnd.length();
    return found;
  }

  private void skipBlankLines() {
    int stop = firstNonSpace();
    for (int i = position; i < stop; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        position = i + 1;
      }
    }
  }

  private int firstNonSpace() {
    int i = position;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private AgeFormatException malformed(String what) {
    return new AgeFormatException(
        AgeFormatException.Reason.ARMOR, "age armor, line " + line + ": " + what);
  }
}
