package dev.countersign.cli;

import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.ManifestFormatException;
import dev.countersign.runtime.manifest.Manifests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A manifest, and where it was found.
 *
 * @param origin the jar or directory, as it stands on the command line
 * @param manifest what the compiler wrote there
 */
record FoundManifest(String origin, Manifest manifest) {

  /** Reads the manifests below all of these. Libraries without secrets have none. */
  static List<FoundManifest> in(List<String> paths, Path directory) throws Failure {
    List<FoundManifest> found = new ArrayList<>();
    for (String path : paths) {
      for (Manifest manifest : read(path, directory)) {
        add(found, new FoundManifest(path, manifest));
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

  private static List<Manifest> read(String path, Path directory) throws Failure {
    Path file = Paths.resolve(directory, path);
    if (!Files.exists(file)) {
      throw Failure.unusable(path + " does not exist\n  fix: build it first");
    }
    try {
      return Manifests.in(file);
    } catch (ManifestFormatException e) {
      throw Failure.unusable(path + ": " + e.getMessage());
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
