package dev.countersign.maven;

import java.util.List;

/** A page in a form of its own. Takes texts as they are, and escapes them as that form needs. */
interface Page {
  /** Begins the page. Comes first, and once. */
  void begin(String title);

  void paragraph(String text);

  /** Adds a table of rows of cells, whose lines are parted by line feeds. */
  void table(List<String> heads, List<List<String>> rows);

  /** Adds a list of items, whose lines are parted by line feeds. */
  void list(List<String> items);

  /** Ends the page. Comes last, and once. */
  void end();
}
