package dev.countersign.cli;

import java.util.List;

/** Lays rows out in columns, two spaces apart. The first row is the header, if there is one. */
final class Table {
  private static final int GAP = 2;

  /** Chooses the colour of a cell. */
  interface Painter {
    Shade shade(String cell);
  }

  /** Without colours; a class rather than a lambda, which would cost the command's start. */
  private static final Painter PLAIN =
      new Painter() {
        @Override
        public Shade shade(String cell) {
          return Shade.PLAIN;
        }
      };

  private final List<List<String>> rows;
  private final Painter painter;

  private Table(List<List<String>> rows, Painter painter) {
    this.rows = rows;
    this.painter = painter;
  }

  /** Returns the lines, however long they are. The last column is not filled up. */
  static String of(List<List<String>> rows) {
    return new Table(rows, PLAIN).inColumns();
  }

  /**
   * Returns the lines for a screen: in colour where it has any, and where it is too narrow for the
   * columns, a paragraph for each row below the header.
   */
  static String on(Screen screen, List<List<String>> rows, Painter painter) {
    Table table = new Table(rows, screen.colored() ? painter : PLAIN);
    return table.width() <= screen.columns() ? table.inColumns() : table.inParagraphs();
  }

  private String inColumns() {
    int[] widths = widths();
    StringBuilder table = new StringBuilder();
    for (List<String> row : rows) {
      int last = row.size() - 1;
      for (int column = 0; column <= last; column++) {
        String cell = row.get(column);
        table.append(painter.shade(cell).paint(cell));
        int gap = column == last ? 0 : widths[column] + GAP - Text.width(cell);
        table.append(" ".repeat(gap));
      }
      table.append('\n');
    }
    return table.toString();
  }

  private String inParagraphs() {
    List<String> header = rows.get(0);
    int width = 0;
    for (String title : header.subList(1, header.size())) {
      width = Math.max(width, Text.width(title));
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows.subList(1, rows.size())) {
      text.append(row.get(0)).append('\n');
      for (int column = 1; column < row.size(); column++) {
        String cell = row.get(column);
        text.append("  ").append(Text.padded(header.get(column), width + GAP));
        text.append(painter.shade(cell).paint(cell)).append('\n');
      }
    }
    return text.toString();
  }

  private int width() {
    int width = 0;
    for (int column : widths()) {
      width += column + GAP;
    }
    return width - GAP;
  }

  private int[] widths() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], Text.width(row.get(column)));
      }
    }
    return widths;
  }
}
