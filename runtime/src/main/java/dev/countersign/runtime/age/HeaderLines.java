package dev.countersign.runtime.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The lines at the start of an age file, each of which must end with a line feed. */
final class HeaderLines {
  private final byte[] file;
  private int position;
  private int line;

  HeaderLines(byte[] file) {
    this.file = file;
  }

  /** Returns where the next line begins. */
  int position() {
    return position;
  }

  boolean nextStartsWith(String mark) {
    for (int i = 0; i < mark.length(); i++) {
      if (position + i >= file.length || file[position + i] != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the next line without its end, one character for each byte. */
  String next() throws AgeFormatException {
    line++;
    for (int end = position; end < file.length; end++) {
      if (file[end] == '\n') {
        String text = new String(file, position, end - position, ISO_8859_1);
        position = end + 1;
        return text;
      }
    }
    throw malformed("cut short");
  }

  /** Makes the exception that blames the line returned last. */
  AgeFormatException malformed(String what) {
    return new AgeFormatException(
        AgeFormatException.Reason.HEADER, "age header, line " + line + ": " + what);
  }
}
