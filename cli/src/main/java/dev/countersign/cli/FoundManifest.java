package dev.countersign.cli;

import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.ManifestFormatException;
import dev.countersign.runtime.manifest.Packaged;
import dev.countersign.runtime.manifest.Packages;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.UnlistedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A manifest, and where it was found.
 *
 * @param origin the jar or directory, as it stands on the command line, or the jar within it
 * @param manifest what the compiler wrote there
 */
record FoundManifest(String origin, Manifest manifest) {

  /** Reads the manifests in all of these. Libraries without secrets have none. */
  static List<FoundManifest> in(List<String> paths, Path directory) throws Failure {
    List<FoundManifest> found = new ArrayList<>();
    for (String path : paths) {
      Path file = Paths.resolve(directory, path);
      for (Packaged each : read(path, file)) {
        String origin = path + each.origin().substring(file.toString().length());
        requireNothingLost(origin, each);
        for (Manifest manifest : each.manifests()) {
          add(found, new FoundManifest(origin, manifest));
        }
      }
    }
    if (found.isEmpty() && !paths.isEmpty()) {
      throw Failure.unusable(
          "no manifest in "
              + String.join(", ", paths)
              + ": it uses no secret, or was compiled without the Countersign processor"
              + "\n  fix: name countersign-processor in annotationProcessorPaths, and build again");
    }
    return found;
  }

  private static List<Packaged> read(String path, Path file) throws Failure {
    if (!Files.exists(file)) {
      throw Failure.unusable(path + " does not exist\n  fix: build it first");
    }
    try {
      return Packages.in(file);
    } catch (ManifestFormatException e) {
      throw Failure.unusable(path + ": " + e.getMessage());
    }
  }

  /** A program refuses to start from such a jar, and whatever is set would not help. */
  private static void requireNothingLost(String origin, Packaged packaged) throws Failure {
    SecretClass lost = packaged.lost();
    if (lost != null) {
      throw Failure.unusable(UnlistedModule.in(origin, lost));
    }
  }

  /** Adds a manifest, unless the same one is there from another place, such as a jar's classes. */
  private static void add(List<FoundManifest> found, FoundManifest next) throws Failure {
    for (FoundManifest other : found) {
      if (other.manifest.id().equals(next.manifest.id())) {
        if (!other.manifest.toJson().equals(next.manifest.toJson())) {
          throw Failure.unusable(
              "%s and %s hold different manifests of one module, %s\n  fix: clean and build again"
                  .formatted(other.origin, next.origin, next.manifest.id()));
        }
        return;
      }
    }
    found.add(next);
  }
}
