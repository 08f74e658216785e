package dev.countersign.runtime.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines that git puts around what two sides of a merge made of one place. The third part that
 * some styles show, what was there before, is passed over.
 */
final class ConflictMarkers {
  static final String OURS = "<<<<<<<";
  static final String BASE = "|||||||";
  static final String MIDDLE = "=======";
  static final String THEIRS = ">>>>>>>";

  /** What markers begin with, so that other lines are passed over quickly. */
  private static final String FIRST = "<|=>";

  private ConflictMarkers() {}

  /**
   * Two whole texts.
   *
   * @param ours the text of our side
   * @param theirs the text of the other side
   */
  record Sides(String ours, String theirs) {}

  /** Appends two sides with markers around them. Both end with a line end, or are empty. */
  static void append(StringBuilder out, String ours, String theirs) {
    out.append(OURS).append(" ours\n").append(ours);
    out.append(MIDDLE).append('\n').append(theirs);
    out.append(THEIRS).append(" theirs\n");
  }

  /** Returns one text with markers around all that lies between the first and last difference. */
  static String around(String ours, String theirs) {
    List<String> one = lines(ours);
    List<String> other = lines(theirs);
    int shorter = Math.min(one.size(), other.size());
    int start = 0;
    while (start < shorter && one.get(start).equals(other.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start && last(one, end).equals(last(other, end))) {
      end++;
    }
    StringBuilder out = new StringBuilder(join(one, 0, start));
    append(out, join(one, start, one.size() - end), join(other, start, other.size() - end));
    return out.append(join(one, one.size() - end, one.size())).toString();
  }

  /** Takes a text with markers apart, or returns null if they do not belong together. */
  static @Nullable Sides split(String text) {
    StringBuilder ours = new StringBuilder();
    StringBuilder theirs = new StringBuilder();
    String open = THEIRS;
    for (String line : lines(text)) {
      String marker = marker(line);
      if (marker == null) {
        appendTo(open, line, ours, theirs);
      } else if (follows(marker, open)) {
        open = marker;
      } else {
        return null;
      }
    }
    return open.equals(THEIRS) ? new Sides(ours.toString(), theirs.toString()) : null;
  }

  private static void appendTo(String open, String line, StringBuilder ours, StringBuilder theirs) {
    if (open.equals(OURS) || open.equals(THEIRS)) {
      ours.append(line);
    }
    if (open.equals(MIDDLE) || open.equals(THEIRS)) {
      theirs.append(line);
    }
  }

  private static boolean follows(String marker, String open) {
    return switch (marker) {
      case OURS -> open.equals(THEIRS);
      case BASE -> open.equals(OURS);
      case MIDDLE -> open.equals(OURS) || open.equals(BASE);
      default -> open.equals(MIDDLE);
    };
  }

  /** Returns the marker that a line is, or null. */
  static @Nullable String marker(String line) {
    if (line.isEmpty() || FIRST.indexOf(line.charAt(0)) < 0) {
      return null;
    }
    for (String marker : new String[] {OURS, BASE, MIDDLE, THEIRS}) {
      if (line.startsWith(marker)) {
        return marker;
      }
    }
    return null;
  }

  /** Returns the lines, each with its line end. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start) + "\n");
    }
    return lines;
  }

  private static String last(List<String> lines, int fromEnd) {
    return lines.get(lines.size() - 1 - fromEnd);
  }

  private static String join(List<String> lines, int start, int end) {
    return String.join("", lines.subList(start, end));
  }
}
