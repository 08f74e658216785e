package dev.countersign.runtime.declaration;

/** Counts the typing mistakes between two words: a letter more, less, other, or two swapped. */
final class EditDistance {
  private EditDistance() {}

  /** Returns the distance, or any number above {@code limit} when it is greater than that. */
  static int between(String one, String other, int limit) {
    if (Math.abs(one.length() - other.length()) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    for (int j = 0; j < last.length; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = row(one, other, i, last, beforeLast);
      beforeLast = last;
      last = row;
    }
    return last[other.length()];
  }

  private static int[] row(String one, String other, int i, int[] last, int[] beforeLast) {
    int[] row = new int[other.length() + 1];
    row[0] = i;
    for (int j = 1; j < row.length; j++) {
      int substitution = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
      row[j] = Math.min(substitution, Math.min(last[j], row[j - 1]) + 1);
      if (isSwapped(one, other, i, j)) {
        row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
      }
    }
    return row;
  }

  private static boolean isSwapped(String one, String other, int i, int j) {
    return i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
  }
}
