package dev.countersign.runtime.declaration;

import java.util.List;

/** What is said of a word that is not one of those allowed. */
final class Unknown {
  private Unknown() {}

  /** Returns the fact with the word that was meant or, when none is near, all there are. */
  static String message(String fact, String word, List<String> known) {
    List<String> near = NearMisses.of(word, known);
    return near.isEmpty()
        ? fact + ": known are " + String.join(", ", known)
        : fact + ": did you mean " + near.get(0);
  }
}
