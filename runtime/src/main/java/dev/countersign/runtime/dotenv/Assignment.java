package dev.countersign.runtime.dotenv;

/**
 * Where one assignment stands in a text.
 *
 * @param name the variable
 * @param line the line of its name, from 1
 * @param start where the assignment begins, {@code export} included
 * @param valueStart where its value begins, quotes included
 * @param valueEnd the end of its value
 * @param quote the quote around the value, or {@link #BARE}
 */
record Assignment(String name, int line, int start, int valueStart, int valueEnd, char quote) {
  /** Stands for a value without quotes. */
  static final char BARE = 0;

  /** Returns the text of the value, without its quotes. */
  String raw(String text) {
    int border = quote == BARE ? 0 : 1;
    return text.substring(valueStart + border, valueEnd - border);
  }
}
