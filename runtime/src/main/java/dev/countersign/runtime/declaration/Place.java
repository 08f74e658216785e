package dev.countersign.runtime.declaration;

/** Where something stands in a file; line and column from 1. */
record Place(String file, int line, int column) {

  Problem problem(String message) {
    return new Problem(file, line, column, message);
  }

  /** Returns the words that lead a reader of another place here. */
  String seenFrom(Place other) {
    return file.equals(other.file) ? "line " + line : file + ":" + line;
  }
}
