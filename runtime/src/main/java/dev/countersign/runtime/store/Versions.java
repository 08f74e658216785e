package dev.countersign.runtime.store;

/** Versions as text: 1 to 2^31−1, decimal, without a sign or a leading zero. */
final class Versions {
  private static final int MAX_DIGITS = 10;

  private Versions() {}

  /** Returns the version that a text is, or 0 if it is none. */
  static int parse(String text) {
    if (text.isEmpty() || text.length() > MAX_DIGITS || text.charAt(0) == '0') {
      return 0;
    }
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      number = number * 10 + digit;
    }
    return number <= Integer.MAX_VALUE ? (int) number : 0;
  }
}
