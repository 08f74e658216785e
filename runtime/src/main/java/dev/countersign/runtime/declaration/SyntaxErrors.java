package dev.countersign.runtime.declaration;

import java.util.Locale;
import org.tomlj.TomlParseError;

/** Says in our words what the TOML library found, and what mends it where that is known. */
final class SyntaxErrors {
  private static final String UNEXPECTED = "Unexpected ";
  private static final String EXPECTED = ", expected ";
  private static final String PREVIOUSLY = " previously defined at line ";

  private SyntaxErrors() {}

  static Problem translate(TomlParseError error, String file) {
    Place place = new Place(file, error.position().line(), error.position().column());
    return place.problem(translate(String.valueOf(error.getMessage())));
  }

  private static String translate(String message) {
    int previously = message.indexOf(PREVIOUSLY);
    if (previously >= 0) {
      return twice(message, previously);
    }
    int expected = message.indexOf(EXPECTED);
    if (message.startsWith(UNEXPECTED) && expected > 0) {
      String found = message.substring(UNEXPECTED.length(), expected);
      return expected(message.substring(expected + EXPECTED.length())) + " instead of " + found;
    }
    String lower = message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    return lower.startsWith("invalid escape")
        ? lower + ": write \\\\ for a backslash, or put the text in single quotes"
        : lower;
  }

  private static String twice(String message, int previously) {
    String rest = message.substring(previously + PREVIOUSLY.length());
    int comma = rest.indexOf(',');
    String line = comma < 0 ? rest : rest.substring(0, comma);
    return message.substring(0, previously)
        + " is written twice, first in line "
        + line
        + ": keep one";
  }

  private static String expected(String list) {
    return "expected " + list.replace("end-of-input", "the end of the file");
  }
}
