package dev.countersign.runtime.store;

/**
 * How much of a test is run: a part in every build, all of it with {@code -Dcountersign.long=true},
 * which the Maven profile {@code long} sets.
 */
final class LongRun {
  private LongRun() {}

  static boolean isOn() {
    return Boolean.getBoolean("countersign.long");
  }

  static int times(int inEveryBuild, int inTheLongRun) {
    return isOn() ? inTheLongRun : inEveryBuild;
  }

  /** Prints what was tried and what came of it, at the end of a long run. */
  static void report(String figures) {
    if (isOn()) {
      System.out.println("[long run] " + figures);
    }
  }
}
