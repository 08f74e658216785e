package dev.countersign.runtime.store;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.SecretName;

/** Versions: 1 to 2^31−1, as text in decimal, without a sign or a leading zero. */
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

  /** Returns the version that comes after one, and refuses if that was the last. */
  static int next(SecretName name, Environment environment, int version) throws StoreException {
    if (version == Integer.MAX_VALUE) {
      throw new StoreException(
          name + " of " + environment + " has used up its versions",
          "declare another name and set the value there");
    }
    return version + 1;
  }
}
