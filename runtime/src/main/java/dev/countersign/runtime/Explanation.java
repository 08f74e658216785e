package dev.countersign.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a secret has the value it has, without the value: every provider in the order it is asked,
 * with what it said. {@link #toString} has all of it, in lines.
 *
 * @param name the secret
 * @param environment where the program runs
 * @param source where its value comes from, or null if it has none that can be had
 * @param verdict the whole in one line
 * @param steps a line for each provider, the first to be asked in front
 */
public record Explanation(
    String name,
    Environment environment,
    @Nullable String source,
    String verdict,
    List<String> steps) {
  /** Copies the list. */
  public Explanation {
    steps = List.copyOf(steps);
  }

  /** Returns the verdict, and below it the steps. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(verdict);
    for (String step : steps) {
      text.append("\n  ").append(step);
    }
    return text.toString();
  }
}
