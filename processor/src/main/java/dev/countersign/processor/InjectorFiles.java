package dev.countersign.processor;

import com.palantir.javapoet.TypeSpec;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.manifest.SecretClass.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.util.Types;

/**
 * Writes the injectors of a package whole, though not all of its classes may be compiled now: what
 * the others say of their secrets is read again from their class files.
 */
final class InjectorFiles {
  private final InjectorsWriter writer;
  private final GeneratedFiles files;
  private final Lints lints;
  private final ProcessedClasses processed;
  private final UseReader reader;
  private final Diagnostics diagnostics;

  InjectorFiles(
      Types types,
      GeneratedFiles files,
      Lints lints,
      ProcessedClasses processed,
      UseReader reader,
      Diagnostics diagnostics) {
    this.writer = new InjectorsWriter(new WildcardTypes(types));
    this.files = files;
    this.lints = lints;
    this.processed = processed;
    this.reader = reader;
    this.diagnostics = diagnostics;
  }

  /**
   * Writes a class that fills others.
   *
   * @param brought the classes that are compiled now, among others
   */
  void write(Injectors injectors, List<UseClass> brought) {
    List<UseClass> classes = new ArrayList<>();
    for (SecretClass each : injectors.classes()) {
      boolean isNew = processed.contains(each.name());
      find(each, isNew ? brought.stream() : earlier(each))
          .ifPresentOrElse(classes::add, () -> diagnostics.report(unreadable(each)));
    }
    Set<String> silenced = new LinkedHashSet<>();
    classes.forEach(each -> silenced.addAll(lints.of(each)));
    TypeSpec.Builder type = writer.write(injectors.name(), classes).toBuilder();
    sources(classes).forEach(each -> type.addOriginatingElement(each.element()));
    files.write(injectors.name(), type.build(), List.copyOf(silenced));
  }

  private Stream<UseClass> sources(List<UseClass> classes) {
    return classes.stream().filter(each -> processed.contains(each.binaryName()));
  }

  private Stream<UseClass> earlier(SecretClass listed) {
    return processed.find(listed.name()).stream().flatMap(each -> reader.read(each).stream());
  }

  private static Optional<UseClass> find(SecretClass listed, Stream<UseClass> classes) {
    return classes
        .filter(each -> each.kind() == Kind.INJECTED && each.binaryName().equals(listed.name()))
        .filter(UseClass::whole)
        .findFirst();
  }

  private static Report unreadable(SecretClass listed) {
    String fact = listed.name() + " was compiled earlier, and cannot be read now";
    return Report.of(Code.UNREADABLE_CLASS, null, fact)
        .fix("compile it again, or put the compiler's output on the class path");
  }
}
