package dev.countersign.runtime;

import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.ManifestFormatException;
import dev.countersign.runtime.manifest.Manifests;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.UnlistedModule;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Notices what packaging lost: when several jars are put into one and their META-INF/services are
 * not merged, the classes and manifests of all are there, and the modules of one.
 *
 * <p>Looks into the jars that a module was loaded from. Where no module is left at all, the first
 * use of a class tells.
 */
final class LostModules {
  private LostModules() {}

  /**
   * Requires that every class with secrets of these jars is served.
   *
   * @throws SecretsException naming the module that is not listed
   */
  static void requireNone(List<SecretModule> modules, List<FoundManifest> known) {
    Set<String> ids = new HashSet<>();
    Set<String> served = new HashSet<>();
    for (FoundManifest each : known) {
      ids.add(each.manifest().id());
      for (SecretClass its : each.manifest().classes()) {
        served.add(its.name());
      }
    }
    Set<Path> seen = new HashSet<>();
    for (SecretModule module : modules) {
      Path jar = ModulePlace.jar(module.getClass());
      if (jar != null && seen.add(jar)) {
        requireNone(jar, ids, served);
      }
    }
  }

  private static void requireNone(Path jar, Set<String> ids, Set<String> served) {
    try {
      for (Manifest manifest : Manifests.others(jar, ids)) {
        for (SecretClass each : manifest.classes()) {
          if (!served.contains(each.name())) {
            throw new SecretsException(UnlistedModule.in(jar.toString(), each));
          }
        }
      }
    } catch (ManifestFormatException e) {
      throw new SecretsException(e.getMessage() + "\n  fix: build " + jar + " again", e);
    }
  }
}
