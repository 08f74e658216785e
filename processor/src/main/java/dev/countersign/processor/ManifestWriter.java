package dev.countersign.processor;

import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.ManifestFormatException;
import dev.countersign.runtime.manifest.SecretClass;
import java.util.List;
import java.util.Optional;

/** Reads what the last compilation wrote, and writes what tools and the runtime read. */
final class ManifestWriter {
  private final ClassOutput output;
  private final String id;

  ManifestWriter(ClassOutput output, String id) {
    this.output = output;
    this.id = id;
  }

  /** Says whether any compilation into this output had secrets. */
  static boolean isAnyIn(ClassOutput output) {
    return output.exists(Manifest.DIRECTORY);
  }

  /** Returns the classes of the manifest that is there; one that cannot be read counts as none. */
  List<SecretClass> earlier() {
    Optional<String> json = output.read(path());
    try {
      return json.isPresent() ? Manifest.parse(path(), json.get()).classes() : List.of();
    } catch (ManifestFormatException e) {
      return List.of();
    }
  }

  void write(Project project, List<SecretClass> classes) {
    Manifest manifest = new Manifest(id, project.declarations(), project.digest(), classes);
    output.write(path(), manifest.toJson());
  }

  /** Removes the manifest; one that cannot be removed is left without classes. */
  void delete(Project project) {
    if (!output.delete(path())) {
      write(project, List.of());
    }
  }

  private String path() {
    return Manifest.DIRECTORY + id + ".json";
  }
}
