package dev.countersign.processor;

import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.ManifestFormatException;
import dev.countersign.runtime.manifest.SecretClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What earlier compilations into this output listed. One that cannot be read counts as none.
 *
 * <p>A manifest of another id is this module's own, from before the application or the root was
 * renamed, if it lists a class that is compiled now; else it is somebody's, and is left alone.
 *
 * @param id this compilation's own
 * @param manifests those of this module, its own id's first
 */
record Earlier(String id, List<Manifest> manifests) {

  Earlier {
    manifests = List.copyOf(manifests);
  }

  static Earlier in(ClassOutput output, String id, ProcessedClasses processed) {
    List<Manifest> manifests = new ArrayList<>();
    for (String path : output.list(Manifest.DIRECTORY)) {
      Optional<Manifest> manifest = path.endsWith(".json") ? read(output, path) : Optional.empty();
      if (manifest.isPresent() && manifest.get().id().equals(id)) {
        manifests.add(0, manifest.get());
      } else {
        manifest.filter(each -> listsAnyOf(processed, each)).ifPresent(manifests::add);
      }
    }
    return new Earlier(id, manifests);
  }

  boolean isEmpty() {
    return manifests.isEmpty();
  }

  /** Returns every class that was listed, once for its fields and once for its constructor. */
  List<SecretClass> classes() {
    Map<String, SecretClass> classes = new TreeMap<>();
    for (Manifest manifest : manifests) {
      manifest.classes().forEach(each -> classes.putIfAbsent(key(each), each));
    }
    return List.copyOf(classes.values());
  }

  /** Says whether the classes were held against the same declarations. */
  boolean knew(Declarations declarations) {
    return manifests.stream().allMatch(each -> each.declarations().equals(declarations));
  }

  /** Returns the lists that another name of the module has left. */
  List<String> superseded() {
    return manifests.stream()
        .map(Manifest::id)
        .filter(each -> !each.equals(id))
        .flatMap(each -> Stream.of(ManifestWriter.path(each), Reachability.path(each)))
        .toList();
  }

  private static String key(SecretClass each) {
    return UseClass.generatedName(each.name(), each.kind()).toString();
  }

  private static boolean listsAnyOf(ProcessedClasses processed, Manifest manifest) {
    return manifest.classes().stream().anyMatch(each -> processed.contains(each.name()));
  }

  private static Optional<Manifest> read(ClassOutput output, String path) {
    try {
      Optional<String> json = output.read(path);
      Optional<Manifest> manifest =
          json.isPresent() ? Optional.of(Manifest.parse(path, json.get())) : Optional.empty();
      return manifest.filter(each -> ManifestWriter.path(each.id()).equals(path));
    } catch (ManifestFormatException e) {
      return Optional.empty();
    }
  }
}
