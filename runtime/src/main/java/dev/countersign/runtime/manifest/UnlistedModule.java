package dev.countersign.runtime.manifest;

/** What to say where a class uses secrets and the module that serves it is not listed. */
public final class UnlistedModule {
  private static final String SERVICE = "dev.countersign.runtime.SecretModule";
  private static final String MERGE =
      "\n  fix: merge META-INF/services when several jars are put into one"
          + " (maven-shade-plugin: ServicesResourceTransformer; Gradle's shadow:"
          + " mergeServiceFiles())";

  private UnlistedModule() {}

  /** Returns the message for a jar that holds the class and its manifest. */
  public static String in(String jar, SecretClass lost) {
    return lost.name()
        + " uses secrets, but META-INF/services/"
        + SERVICE
        + " of "
        + jar
        + " does not list "
        + lost.module()
        + MERGE;
  }

  /** Returns the message for a class on the class path of which no more is known. */
  public static String of(String className, String place) {
    return className
        + " has generated code in "
        + place
        + ", but no META-INF/services/"
        + SERVICE
        + " lists a module that serves it"
        + MERGE;
  }

  /** Returns the message for a class in a named module, where META-INF/services do not count. */
  public static String notProvided(String className, String namedModule, String module) {
    return className
        + " has generated code in the module "
        + namedModule
        + ", which does not provide it\n  fix: add to module-info.java: provides "
        + SERVICE
        + " with "
        + module
        + ";";
  }
}
