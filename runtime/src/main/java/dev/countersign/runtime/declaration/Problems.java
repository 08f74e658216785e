package dev.countersign.runtime.declaration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what is wrong, so that one reading reports all of it. */
final class Problems {
  private static final Comparator<Problem> BY_POSITION =
      Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

  private final Map<String, List<Problem>> byFile = new LinkedHashMap<>();

  void report(Problem problem) {
    byFile.computeIfAbsent(problem.file(), file -> new ArrayList<>()).add(problem);
  }

  void report(Place place, String message) {
    report(place.problem(message));
  }

  boolean isEmpty() {
    return byFile.isEmpty();
  }

  void throwIfAny() throws MalformedDeclarationsException {
    if (!isEmpty()) {
      throw new MalformedDeclarationsException(sorted());
    }
  }

  private List<Problem> sorted() {
    List<Problem> all = new ArrayList<>();
    for (List<Problem> ofOneFile : byFile.values()) {
      ofOneFile.sort(BY_POSITION);
      all.addAll(ofOneFile);
    }
    return all;
  }
}
