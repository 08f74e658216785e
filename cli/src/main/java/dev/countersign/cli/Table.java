package dev.countersign.cli;

import java.util.List;

/** Lays rows out in columns, two spaces apart. */
final class Table {
  private static final int GAP = 2;

  private Table() {}

  /** Returns the lines. The last column is not filled up. */
  static String of(List<List<String>> rows) {
    int[] widths = widths(rows);
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      int last = row.size() - 1;
      for (int column = 0; column < last; column++) {
        table.append(Text.padded(row.get(column), widths[column] + GAP));
      }
      table.append(row.get(last)).append('\n');
    }
    return table.toString();
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], Text.width(row.get(column)));
      }
    }
    return widths;
  }
}
