package dev.countersign.processor.plugin;

/**
 * Tells the classes of the application's runtime. No text here may hold more than the package's
 * name: the texts in our jar are renamed as the classes are that we bundle of the runtime.
 */
final class RuntimeNames {
  private static final String RUNTIME = "dev.countersign.runtime";

  private RuntimeNames() {}

  /** Says whether a class is a certain one of the runtime. */
  static boolean is(String simpleName, String qualifiedName) {
    int dot = qualifiedName.lastIndexOf('.');
    return dot == RUNTIME.length()
        && qualifiedName.startsWith(RUNTIME)
        && qualifiedName.substring(dot + 1).equals(simpleName);
  }
}
