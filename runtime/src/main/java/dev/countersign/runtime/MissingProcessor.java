package dev.countersign.runtime;

import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.ManifestFormatException;
import dev.countersign.runtime.manifest.Manifests;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.UnlistedModule;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to say of a class that holds {@code @Secret} and that no module serves. */
final class MissingProcessor {
  private MissingProcessor() {}

  static SecretsException in(Class<?> type) {
    if (type.isLocalClass() || type.isAnonymousClass()) {
      return new SecretsException(
          type.getName()
              + " is a local class, which annotation processors do not see\n"
              + "  fix: move its @Secret fields to a class of its own, or call Secrets.get");
    }
    SecretClass known = inManifest(type);
    boolean isProcessed = known != null || hasGeneratedClass(type);
    return new SecretsException(isProcessed ? notListed(type, known) : notProcessed(type));
  }

  /** Fields are filled by a class of another name, which only the manifest tells. */
  private static boolean hasGeneratedClass(Class<?> type) {
    String name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
    return type.getResource(name + "_Secrets.class") != null
        || type.getResource(name + "_Factory.class") != null;
  }

  private static String notListed(Class<?> type, @Nullable SecretClass known) {
    Module module = type.getModule();
    if (module.isNamed()) {
      String generated = known == null ? module.getName() + ".SecretModule_\u2026" : known.module();
      return UnlistedModule.notProvided(type.getName(), module.getName(), generated);
    }
    String place = ModulePlace.describe(type);
    return known == null
        ? UnlistedModule.of(type.getName(), place)
        : UnlistedModule.in(place, known);
  }

  /** Returns what the manifest beside a class says of it, or null if none is found. */
  private static @Nullable SecretClass inManifest(Class<?> type) {
    Path place = ModulePlace.file(type);
    try {
      for (Manifest manifest : place == null ? List.<Manifest>of() : Manifests.in(place)) {
        for (SecretClass each : manifest.classes()) {
          if (each.name().equals(type.getName())) {
            return each;
          }
        }
      }
      return null;
    } catch (ManifestFormatException e) {
      return null;
    }
  }

  private static String notProcessed(Class<?> type) {
    return type.getName()
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
        + "    </annotationProcessorPaths>";
  }

  private static String version() {
    String version = MissingProcessor.class.getPackage().getImplementationVersion();
    return version == null ? "${countersign.version}" : version;
  }
}
