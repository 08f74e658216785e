package dev.countersign.processor;

import dev.countersign.runtime.declaration.Project;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.SecretClass;
import java.util.List;

/** Writes the file that tools and the runtime read. */
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

  /** Returns where the manifest of a module is. */
  static String path(String id) {
    return Manifest.DIRECTORY + id + ".json";
  }

  private String path() {
    return path(id);
  }
}
