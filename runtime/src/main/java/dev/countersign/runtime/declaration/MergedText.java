package dev.countersign.runtime.declaration;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Three texts with one kind of line end, and what tells how the merged one is written: line ends,
 * and whether the last line has one, are merged like anything else.
 */
final class MergedText {
  private static final String WINDOWS = "\r\n";

  private final List<String> raw;
  private final boolean isConverted;

  private MergedText(List<String> raw) {
    this.raw = raw;
    boolean converted = true;
    for (String text : raw) {
      converted &= !isMixed(text);
    }
    this.isConverted = converted;
  }

  static MergedText of(byte[] base, byte[] ours, byte[] theirs) {
    return new MergedText(List.of(decoded(base), decoded(ours), decoded(theirs)));
  }

  /** Says whether a side is UTF-8: what is not would not be written as it was. */
  static boolean isText(byte[] bytes) {
    return Arrays.equals(decoded(bytes).getBytes(StandardCharsets.UTF_8), bytes);
  }

  private static String decoded(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  String base() {
    return prepared(0);
  }

  String ours() {
    return prepared(1);
  }

  String theirs() {
    return prepared(2);
  }

  /** Returns a merged text as the sides would have written it. */
  String finished(String merged) {
    String text =
        isConverted && changed(isWindows(0), isWindows(1), isWindows(2))
            ? merged.replace("\n", WINDOWS)
            : merged;
    boolean isEnded = changed(isEnded(0), isEnded(1), isEnded(2));
    return isEnded || !text.endsWith("\n")
        ? text
        : text.substring(0, text.length() - (text.endsWith(WINDOWS) ? 2 : 1));
  }

  /** Returns a text without the places that an older merge could not settle: nobody's base. */
  static String withoutConflicts(String text) {
    StringBuilder out = new StringBuilder();
    boolean isOpen = false;
    int place = 0;
    while (place < text.length()) {
      int end = text.indexOf('\n', place) + 1;
      String line = text.substring(place, end == 0 ? text.length() : end);
      isOpen |= line.startsWith("<<<<<<<");
      if (!isOpen) {
        out.append(line);
      }
      isOpen &= !line.startsWith(">>>>>>>");
      place += line.length();
    }
    return out.toString();
  }

  private String prepared(int side) {
    String text = isConverted ? raw.get(side).replace(WINDOWS, "\n") : raw.get(side);
    return isEnded(side) ? text : text + "\n";
  }

  private boolean isEnded(int side) {
    return raw.get(side).isEmpty() || raw.get(side).endsWith("\n");
  }

  private boolean isWindows(int side) {
    return raw.get(side).contains(WINDOWS);
  }

  private static boolean isMixed(String text) {
    return text.contains(WINDOWS) && text.replace(WINDOWS, "").contains("\n");
  }

  private static boolean changed(boolean base, boolean ours, boolean theirs) {
    return ours == base ? theirs : ours;
  }
}
