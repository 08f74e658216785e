package dev.countersign.runtime.declaration;

import java.util.List;

/** Declarations cannot be used until someone mends {@code secrets.toml}. Holds every problem. */
public final class MalformedDeclarationsException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  MalformedDeclarationsException(List<Problem> problems) {
    super(lines(problems));
    this.problems = List.copyOf(problems);
  }

  /** Returns every problem found, file by file, in the order of their lines. */
  public List<Problem> problems() {
    return problems;
  }

  private static String lines(List<Problem> problems) {
    StringBuilder lines = new StringBuilder();
    for (Problem problem : problems) {
      lines.append(lines.isEmpty() ? "" : "\n").append(problem);
    }
    return lines.toString();
  }
}
