package dev.countersign.processor;

import dev.countersign.runtime.manifest.SecretClass;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.lang.model.SourceVersion;
import javax.tools.StandardLocation;

/**
 * What earlier compilations generated, and this one no longer lists: a module whose package moved,
 * the injector of a class that has lost its last secret. Not every build tool removes them.
 *
 * <p>Knows only what the earlier manifests list, and deletes no class that is compiled now.
 */
final class Leftovers {
  private final ClassOutput classes;
  private final ClassOutput sources;
  private final ProcessedClasses processed;

  private Leftovers(ClassOutput classes, ClassOutput sources, ProcessedClasses processed) {
    this.classes = classes;
    this.sources = sources;
    this.processed = processed;
  }

  static Leftovers in(
      Filer filer, ClassOutput classes, ProcessedClasses processed, Diagnostics diagnostics) {
    ClassOutput sources = new ClassOutput(filer, StandardLocation.SOURCE_OUTPUT, diagnostics);
    return new Leftovers(classes, sources, processed);
  }

  /** Deletes what was generated for the one and not for the other; what resists is harmless. */
  void delete(Earlier earlier, List<SecretClass> current) {
    Set<String> stale = generated(earlier.classes());
    stale.removeAll(generated(current));
    stale.removeIf(processed::contains);
    stale.forEach(this::delete);
    earlier.superseded().forEach(classes::delete);
  }

  private void delete(String className) {
    String path = className.replace('.', '/');
    classes.delete(path + ".class");
    sources.delete(path + ".java");
  }

  private static Set<String> generated(Collection<SecretClass> classes) {
    Set<String> names = new TreeSet<>();
    for (SecretClass each : classes) {
      names.add(each.module());
      names.add(UseClass.generatedName(each.name()).toString());
    }
    names.removeIf(name -> !SourceVersion.isName(name)); // a manifest is a file like any other
    return names;
  }
}
