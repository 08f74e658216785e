package dev.countersign.runtime;

/** What to say of a class that holds {@code @Secret} and has no generated code. */
final class MissingProcessor {
  private MissingProcessor() {}

  static SecretsException in(Class<?> type) {
    if (type.isLocalClass() || type.isAnonymousClass()) {
      return new SecretsException(
          type.getName()
              + " is a local class, which annotation processors do not see\n"
              + "  fix: move its @Secret fields to a class of its own, or call Secrets.get");
    }
    return new SecretsException(
        type.getName()
            + " holds @Secret but was compiled without the Countersign processor\n"
            + "  fix: add to the maven-compiler-plugin in pom.xml, and recompile:\n"
            + "    <annotationProcessorPaths>\n"
            + "      <path>\n"
            + "        <groupId>dev.countersign</groupId>\n"
            + "        <artifactId>countersign-processor</artifactId>\n"
            + "        <version>"
            + version()
            + "</version>\n"
            + "      </path>\n"
            + "    </annotationProcessorPaths>\n"
            + "  if it was: a shaded jar must merge META-INF/services (ServicesResourceTransformer)");
  }

  private static String version() {
    String version = MissingProcessor.class.getPackage().getImplementationVersion();
    return version == null ? "${countersign.version}" : version;
  }
}
