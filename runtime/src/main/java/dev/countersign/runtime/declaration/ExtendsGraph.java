package dev.countersign.runtime.declaration;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which directory extends which. */
final class ExtendsGraph {
  private final Map<String, Set<String>> edges = new HashMap<>();

  /** Adds that one directory extends another; false when it was there already. */
  boolean add(String from, String to) {
    return edges.computeIfAbsent(from, directory -> new LinkedHashSet<>()).add(to);
  }

  /** Says whether a directory extends another, itself or by way of others. Takes no cycles. */
  boolean reaches(String from, String to) {
    if (from.equals(to)) {
      return true;
    }
    for (String next : edges.getOrDefault(from, Set.of())) {
      if (reaches(next, to)) {
        return true;
      }
    }
    return false;
  }
}
