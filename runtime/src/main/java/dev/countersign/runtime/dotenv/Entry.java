package dev.countersign.runtime.dotenv;

/**
 * One assignment of a dotenv file.
 *
 * @param name the variable
 * @param value what it is set to, with quotes, escapes and references resolved
 * @param line the line its name stands on, from 1
 */
public record Entry(String name, String value, int line) {

  /** Returns name and line. The value stays out of every text we print. */
  @Override
  public String toString() {
    return "Entry[" + name + ", line " + line + "]";
  }
}
