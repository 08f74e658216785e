package dev.countersign.runtime.store;

/** What a process writes until it is killed, and how it is told afterwards that nothing is lost. */
interface Killed {
  /** Returns what the process does. */
  Work work();

  /** Takes note that a step was acknowledged: from now on its outcome must be there. */
  void acknowledged(int step);

  /**
   * Looks at what the killed process left: the outcome of all steps acknowledged, and of the next
   * one wholly or not at all.
   *
   * @return whether the next step's outcome was there
   */
  boolean look(int next) throws Exception;

  /** Fails unless something holds. */
  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
