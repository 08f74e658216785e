package dev.countersign.runtime.declaration;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A pattern is a regular expression of {@link Pattern}, of a length that a person wrote. */
final class PatternRule {
  private static final int MAX_LENGTH = 1024;

  private PatternRule() {}

  static @Nullable String read(Section section) {
    String pattern = section.text("pattern", "\"[a-z]+\"");
    String fault = pattern == null ? null : fault(pattern);
    if (fault != null) {
      section.report(section.valuePlace("pattern"), fault);
    }
    return fault == null ? pattern : null;
  }

  private static @Nullable String fault(String pattern) {
    if (pattern.length() > MAX_LENGTH) {
      return "pattern is longer than " + MAX_LENGTH + " characters: shorten it";
    }
    try {
      Pattern.compile(pattern);
      return null;
    } catch (PatternSyntaxException e) {
      String reason = e.getDescription().toLowerCase(Locale.ROOT);
      String where = e.getIndex() < 0 ? "" : " near character " + (e.getIndex() + 1);
      return "pattern is not a regular expression: " + reason + where;
    }
  }
}
