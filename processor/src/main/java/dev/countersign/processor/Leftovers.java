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
 * <p>Knows only what the earlier manifests list, and deletes no class that is compiled now, and no
 * source that is not marked as generated.
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
    stale.forEach(this::delete);
    earlier.superseded().forEach(classes::delete);
    earlier.classes().stream()
        .filter(each -> processed.contains(each.name()) || !current.contains(each))
        .forEach(this::deleteImplementation);
  }

  private void delete(String className) {
    String path = className.replace('.', '/');
    if (!processed.containsTopLevel(className)) {
      classes.delete(path + ".class");
    }
    if (sources.read(path + ".java").filter(GeneratedFiles::isOurs).isPresent()) {
      sources.delete(path + ".java");
    }
  }

  /** Deletes the class within a creator: the compiler writes it again if there still is one. */
  private void deleteImplementation(SecretClass set) {
    String creator = UseClass.generatedName(set.name(), set.kind()).toString();
    if (set.kind() == SecretClass.Kind.SET && SourceVersion.isName(creator)) {
      classes.delete(creator.replace('.', '/') + "$" + SetWriter.IMPLEMENTATION + ".class");
    }
  }

  private static Set<String> generated(Collection<SecretClass> classes) {
    Set<String> names = new TreeSet<>();
    Injectors.of(List.copyOf(classes)).forEach(each -> names.add(each.name().toString()));
    for (SecretClass each : classes) {
      names.add(each.module());
      if (each.kind() != SecretClass.Kind.INJECTED) {
        names.add(UseClass.generatedName(each.name(), each.kind()).toString());
      }
    }
    names.removeIf(name -> !SourceVersion.isName(name)); // a manifest is a file like any other
    return names;
  }
}
