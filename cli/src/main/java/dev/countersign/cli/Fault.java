package dev.countersign.cli;

/**
 * Words a fault of our own, by kind and place. Its message may hold anything, so it is left out.
 */
final class Fault {
  private static final String OURS = "dev.countersign.";

  private Fault() {}

  static String describe(Throwable fault) {
    if (fault instanceof OutOfMemoryError) {
      return "out of memory";
    }
    return "a fault in secret itself, please report it: "
        + fault.getClass().getSimpleName()
        + place(fault.getStackTrace());
  }

  private static String place(StackTraceElement[] trace) {
    for (StackTraceElement element : trace) {
      if (element.getClassName().startsWith(OURS)) {
        return " at " + element.getFileName() + ":" + element.getLineNumber();
      }
    }
    return "";
  }
}
