package dev.countersign.runtime.declaration;

import java.util.List;

/** Finds the names that someone may have meant. */
public final class NearMisses {
  private NearMisses() {}

  /** Returns at most three candidates that resemble a name, the best first. */
  public static List<String> of(String name, Iterable<String> candidates) {
    return List.of();
  }
}
