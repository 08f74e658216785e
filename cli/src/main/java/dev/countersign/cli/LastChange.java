package dev.countersign.cli;

import java.time.Instant;

/**
 * The commit that last changed a line.
 *
 * @param commit its name; zeros for a line that is not committed yet
 * @param seconds when its author made it, or 0 where a shallow clone hides that
 */
record LastChange(String commit, long seconds) {
  /** Stands for what no commit holds. */
  static final LastChange UNCOMMITTED = new LastChange("0000000", 0);

  private static final int LENGTH_OF_DAY = 10;

  boolean isCommitted() {
    return !commit.startsWith(UNCOMMITTED.commit);
  }

  /** Returns the day in UTC, or the word that stands in for it. */
  String day() {
    if (!isCommitted()) {
      return "uncommitted";
    }
    return seconds == 0 ? "unknown" : time().substring(0, LENGTH_OF_DAY);
  }

  /** Returns the time in UTC: {@code 2026-11-21T08:00:00Z}. */
  String time() {
    return Instant.ofEpochSecond(seconds).toString();
  }
}
