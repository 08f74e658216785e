package dev.countersign.runtime.declaration;

import java.util.List;
import java.util.Locale;

/** How far other names are from one name; less is nearer. */
final class Likeness {
  /** The rank of a name that has nothing to do with it. */
  static final int NONE = Integer.MAX_VALUE;

  private static final int CASE_ONLY = 0;
  private static final int SEPARATORS_ONLY = 1;
  private static final int OTHERWISE = 2;
  private static final int LETTERS_A_WORD = 3;

  private final String name;
  private final List<String> words;
  private final String letters;

  Likeness(String name) {
    this.name = name;
    this.words = Words.of(name);
    this.letters = letters(name);
  }

  int rank(String candidate) {
    if (candidate.equalsIgnoreCase(name)) {
      return CASE_ONLY;
    }
    String others = letters(candidate);
    if (others.equals(letters)) {
      return SEPARATORS_ONLY;
    }
    int limit = Math.max(letters.length(), others.length()) / 4;
    int mistakes = EditDistance.between(letters, others, limit);
    return mistakes <= limit ? OTHERWISE + mistakes : byWords(Words.of(candidate));
  }

  /** Names of the same words in another order, or with a few words more. */
  private int byWords(List<String> others) {
    List<String> fewer = words.size() < others.size() ? words : others;
    List<String> more = words.size() < others.size() ? others : words;
    boolean near = fewer.size() > 1 && 2 * fewer.size() >= more.size() && more.containsAll(fewer);
    return near ? OTHERWISE + LETTERS_A_WORD * (1 + more.size() - fewer.size()) : NONE;
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != '_' && name.charAt(i) != '-') {
        letters.append(name.charAt(i));
      }
    }
    return letters.toString().toLowerCase(Locale.ROOT);
  }
}
