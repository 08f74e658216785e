package dev.countersign.runtime.age;

/**
 * The strict PEM form that makes a binary age file text.
 *
 * <p>A file has one armor only: {@link #decode} accepts what {@link #encode} writes, besides
 * whitespace around it and CRLF throughout in place of LF.
 */
public final class Armor {
  /** The first line. */
  public static final String BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";

  /** The last line. */
  public static final String END = "-----END AGE ENCRYPTED FILE-----";

  private Armor() {}

  /** Returns the text form, which ends with a line feed. */
  public static String encode(byte[] ageFile) {
    String base64 = StrictBase64.encodePadded(ageFile);
    int lines = base64.length() / Header.COLUMNS + 3;
    StringBuilder text = new StringBuilder(base64.length() + BEGIN.length() * 2 + lines);
    text.append(BEGIN).append('\n');
    for (int start = 0; start < base64.length(); start += Header.COLUMNS) {
      text.append(base64, start, Math.min(start + Header.COLUMNS, base64.length())).append('\n');
    }
    return text.append(END).append('\n').toString();
  }

  /** Returns the binary file. It says nothing of what the file holds, which may be damaged. */
  public static byte[] decode(String text) throws AgeFormatException {
    return new ArmorReader(text).read();
  }
}
