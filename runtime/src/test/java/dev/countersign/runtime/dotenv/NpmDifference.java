package dev.countersign.runtime.dotenv;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which our reading of a file may differ from that of the npm programs. One that is
 * not here is a fault of ours.
 */
enum NpmDifference {
  /**
   * Both programs pass over the line in silence, or take a name with the {@code =} of a later line;
   * we refuse it, as it may be a value cut in two.
   */
  REFUSES_WHAT_IS_NO_ASSIGNMENT("is not NAME=value"),
  /** Both take {@code K:v} for nothing, and the line after {@code K:} for its value. */
  REFUSES_A_COLON_WITHOUT_SPACE("a colon needs a space"),
  /** Both take the lone quote into the value. */
  REFUSES_AN_OPEN_QUOTE("begins with a quote and does not end with it"),
  /** To dotenv it is text; dotenvx takes whatever is between the braces for a name. */
  REFUSES_AN_ODD_REFERENCE("a reference ${…} in this value cannot be read"),

  /** In {@code 'a\' 'b'} an escaped quote may end the value: we go with dotenv. */
  ENDS_AT_AN_ESCAPED_QUOTE_AS_TO_DOTENV(null),
  /**
   * To dotenvx the signs that a reference or an escape left are read again, so that they begin,
   * break or escape another reference, for ever if one stands for itself; to us they are text.
   */
  READS_NO_REFERENCE_TWICE(null),
  /** Both strip the quotes from what stands alone behind a U+2028 in a value without quotes. */
  KEEPS_QUOTES_BEHIND_A_LINE_SEPARATOR(null);

  private final @Nullable String message;

  NpmDifference(@Nullable String message) {
    this.message = message;
  }

  /** Returns which refusal this is, or null if it is none of these. */
  static @Nullable NpmDifference of(DotenvFormatException refusal) {
    for (NpmDifference difference : values()) {
      if (difference.message != null
          && String.valueOf(refusal.getMessage()).contains(difference.message)) {
        return difference;
      }
    }
    return null;
  }

  /**
   * Returns why a value may differ from what dotenvx reads, or null if it may not.
   *
   * @param values what the names of the file stand for, in any of its lines
   */
  static @Nullable NpmDifference of(String raw, char quote, Collection<String> values) {
    if (quote != Assignment.BARE && raw.contains("\\" + quote)) {
      return ENDS_AT_AN_ESCAPED_QUOTE_AS_TO_DOTENV;
    }
    if (isSeparated(raw, quote)) {
      return KEEPS_QUOTES_BEHIND_A_LINE_SEPARATOR;
    }
    boolean left = raw.replaceAll("\\$\\{[^${}]*}", "").contains("$");
    boolean putIn = values.stream().anyMatch(value -> value.matches("(?s).*[$\\\\{}].*"));
    boolean refers = quote != '\'' && raw.contains("${");
    return refers && (left || putIn) ? READS_NO_REFERENCE_TWICE : null;
  }

  static boolean isSeparated(String raw, char quote) {
    return quote == Assignment.BARE && raw.contains("\u2028") && raw.matches("(?s).*['\"`].*");
  }
}
