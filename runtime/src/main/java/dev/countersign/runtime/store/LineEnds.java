package dev.countersign.runtime.store;

/** The two ways a store file ends its lines. */
final class LineEnds {
  private LineEnds() {}

  /** Returns a text written with LF, with the given line ends instead. */
  static String apply(CharSequence text, String lineEnd) {
    String unix = text.toString();
    return lineEnd.equals("\n") ? unix : unix.replace("\n", lineEnd);
  }
}
