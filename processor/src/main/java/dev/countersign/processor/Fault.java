package dev.countersign.processor;

/** What to say when we fail ourselves. */
final class Fault {
  private Fault() {}

  static String of(String who, Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    return Code.INTERNAL_ERROR
        + (" " + who + " failed: " + e + where)
        + "\nfix: please report it, with the class that was compiled";
  }
}
