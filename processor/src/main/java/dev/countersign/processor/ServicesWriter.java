package dev.countersign.processor;

import dev.countersign.runtime.manifest.SecretClass;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes the file through which the runtime finds the modules. All its lines are ours. */
final class ServicesWriter {
  private static final String PATH =
      "META-INF/services/" + RuntimeTypes.SECRET_MODULE.canonicalName();

  private final ClassOutput output;

  ServicesWriter(ClassOutput output) {
    this.output = output;
  }

  void write(List<SecretClass> classes) {
    Set<String> modules = new TreeSet<>();
    classes.forEach(each -> modules.add(each.module()));
    StringBuilder lines = new StringBuilder();
    modules.forEach(module -> lines.append(module).append('\n'));
    output.write(PATH, lines.toString());
  }

  /** Removes the file; one that cannot be removed is left empty. */
  void delete() {
    if (!output.delete(PATH)) {
      write(List.of());
    }
  }
}
