package dev.countersign.runtime.store;

import java.util.List;

/** Walks over the lines of a store file and holds each against what must stand there. */
final class LineCursor {
  private final StoreText text;
  private final List<String> lines;
  private int index;

  LineCursor(StoreText text) {
    this.text = text;
    this.lines = text.lines();
  }

  boolean atEnd() {
    return index == lines.size();
  }

  /** Returns the number of the line that is next, counted from one. */
  int line() {
    return index + 1;
  }

  boolean startsWith(String prefix) {
    return !atEnd() && lines.get(index).startsWith(prefix);
  }

  boolean isBlank() {
    return !atEnd() && lines.get(index).isEmpty();
  }

  /** Takes the next line; the caller has seen that there is one. */
  String take() throws StoreFormatException {
    requireSound();
    return lines.get(index++);
  }

  /** Passes over the next line, whatever is wrong with it. */
  void skip() {
    index++;
  }

  private void requireSound() throws StoreFormatException {
    StoreFormatException fault = text.faultOf(line());
    if (fault != null) {
      throw fault;
    }
  }

  /** Takes a line that must stand here exactly. */
  void take(String expected) throws StoreFormatException {
    requireSound();
    if (atEnd() || !lines.get(index).equals(expected)) {
      throw unexpected("the line `" + expected + "`");
    }
    index++;
  }

  /** Takes a line of a name, one space and something more, and returns that. */
  String takeField(String name) throws StoreFormatException {
    requireSound();
    String prefix = name + " ";
    if (!startsWith(prefix) || lines.get(index).length() == prefix.length()) {
      throw unexpected("a line `" + name + " …`");
    }
    return take().substring(prefix.length());
  }

  /** Takes the comment lines that stand here, possibly none. */
  List<String> takeComments() throws StoreFormatException {
    int start = index;
    while (startsWith("#")) {
      take();
    }
    return List.copyOf(lines.subList(start, index));
  }

  /** Returns a fault at the start of the next line. */
  StoreFormatException unexpected(String expected) {
    StoreFormatException fault = text.faultOf(line());
    if (fault != null) {
      return fault;
    }
    String found = atEnd() ? "the file ends" : isBlank() ? "an empty line" : "another line";
    return text.fault(line(), 1, found + " where " + expected + " must stand");
  }

  /** Returns a fault in the line taken last. */
  StoreFormatException fault(int column, String fact) {
    return text.fault(index, column, fact);
  }
}
