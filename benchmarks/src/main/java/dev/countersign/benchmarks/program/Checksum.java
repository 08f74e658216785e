package dev.countersign.benchmarks.program;

/** Takes up what a program has read, so that nothing can be left out. */
public final class Checksum {
  /** How many secrets every program reads. */
  public static final int SECRETS = 20;

  private int sum;

  /** Returns the name that libraries of plain text have for a secret. */
  public static String key(int secret) {
    return "sample.secret" + secret;
  }

  /** Adds a value. */
  public void add(String value) {
    sum = 31 * sum + value.hashCode();
  }

  /** Returns the number that all programs must print. */
  public int sum() {
    return sum;
  }

  void print() {
    System.out.println(sum);
  }
}
