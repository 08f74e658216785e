package dev.countersign.runtime.declaration;

import java.util.ArrayList;
import java.util.List;

/** Finds the names that someone may have meant. Cheap enough to ask of ten thousand names. */
public final class NearMisses {
  private static final int MOST = 3;

  private NearMisses() {}

  /**
   * Returns at most three candidates that resemble a name, the best first: those that differ in
   * case only, then in underscores, then by typing mistakes or missing words. Equal ones are in
   * order of name. The name itself is never among them.
   */
  public static List<String> of(String name, Iterable<String> candidates) {
    Likeness likeness = new Likeness(name);
    List<Ranked> ranked = new ArrayList<>();
    for (String candidate : candidates) {
      int rank = candidate.equals(name) ? Likeness.NONE : likeness.rank(candidate);
      if (rank != Likeness.NONE) {
        ranked.add(new Ranked(candidate, rank));
      }
    }
    ranked.sort(null);
    return best(ranked);
  }

  private static List<String> best(List<Ranked> ranked) {
    List<String> best = new ArrayList<>();
    for (Ranked one : ranked.subList(0, Math.min(MOST, ranked.size()))) {
      best.add(one.name());
    }
    return List.copyOf(best);
  }

  private record Ranked(String name, int rank) implements Comparable<Ranked> {
    @Override
    public int compareTo(Ranked other) {
      return rank == other.rank ? name.compareTo(other.name) : Integer.compare(rank, other.rank);
    }
  }
}
