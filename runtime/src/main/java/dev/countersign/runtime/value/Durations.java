package dev.countersign.runtime.value;

import java.time.DateTimeException;
import java.time.Duration;

/** Durations: {@code PT1M30S} as ISO 8601 has it, or a number and one unit, such as {@code 30s}. */
final class Durations {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Durations() {}

  static Duration parse(String text) throws MisfitException {
    try {
      long unit = unit(text);
      return unit == 0
          ? Duration.parse(text)
          : Duration.ofMillis(Math.multiplyExact(Values.longInteger(number(text)), unit));
    } catch (DateTimeException | ArithmeticException | MisfitException e) {
      throw new MisfitException("is not a duration, such as PT1M30S, 250ms, 30s, 5m, 2h or 7d");
    }
  }

  /** Returns the milliseconds of the unit at the end, or 0 if the text is of the other form. */
  private static long unit(String text) {
    if (text.startsWith("P") || text.startsWith("p") || text.startsWith("-")) {
      return 0;
    }
    if (text.endsWith("ms")) {
      return 1;
    }
    return switch (text.isEmpty() ? ' ' : text.charAt(text.length() - 1)) {
      case 's' -> SECOND;
      case 'm' -> MINUTE;
      case 'h' -> HOUR;
      case 'd' -> DAY;
      default -> 0;
    };
  }

  private static String number(String text) {
    return text.substring(0, text.length() - (text.endsWith("ms") ? 2 : 1));
  }
}
