package dev.countersign.runtime.dotenv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One assignment of a dotenv file.
 *
 * @param name the variable
 * @param value what it is set to, with quotes, escapes and references resolved
 * @param line the line its name stands on, from 1
 */
public record Entry(String name, String value, int line) {

  /** Returns the last assignment of a name, which is the one that counts, or null. */
  static @Nullable Entry last(List<Entry> entries, String name) {
    Entry last = null;
    for (Entry entry : entries) {
      last = entry.name().equals(name) ? entry : last;
    }
    return last;
  }

  /** Returns name and line. The value stays out of every text we print. */
  @Override
  public String toString() {
    return "Entry[" + name + ", line " + line + "]";
  }
}
