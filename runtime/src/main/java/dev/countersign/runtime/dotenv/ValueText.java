package dev.countersign.runtime.dotenv;

/** What the text of a value means before references are resolved. */
final class ValueText {
  private static final String LETTERS = "nrt";
  private static final String MEANT = "\n\r\t";

  private ValueText() {}

  /** Makes every line end LF and, in double quotes, resolves {@code \n}, {@code \r}, {@code \t}. */
  static String of(String raw, char quote) {
    StringBuilder value = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      int escape = quote == '"' && c == '\\' ? escape(raw, i) : -1;
      if (escape >= 0) {
        value.append(MEANT.charAt(escape));
        i++;
      } else if (c != '\r') {
        value.append(c);
      } else if (i + 1 == raw.length() || raw.charAt(i + 1) != '\n') {
        value.append('\n');
      }
    }
    return value.toString();
  }

  private static int escape(String raw, int backslash) {
    return backslash + 1 < raw.length() ? LETTERS.indexOf(raw.charAt(backslash + 1)) : -1;
  }
}
