package dev.countersign.processor;

import dev.countersign.runtime.manifest.SecretClass.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Turns what a class says of its secrets into a model that is sound, and reports the rest. */
final class UseReader {
  private final MisplacedReader misplaced;
  private final FieldReader fields;
  private final ConstructorReader constructors;
  private final SetReader sets;
  private final Elements elements;

  UseReader(
      Diagnostics diagnostics, Elements elements, Types types, Predicate<TypeElement> isSource) {
    this.misplaced = new MisplacedReader(diagnostics);
    this.fields = new FieldReader(diagnostics);
    this.constructors = new ConstructorReader(diagnostics, new CheckedExceptions(elements, types));
    this.sets =
        new SetReader(
            diagnostics,
            elements,
            new SetInterfaceReader(diagnostics, elements, types, isSource),
            new SetRecordReader(diagnostics));
    this.elements = elements;
  }

  /** Returns the sound uses of a class: those of its fields or its set, and of a constructor. */
  List<UseClass> read(TypeElement owner) {
    misplaced.read(owner);
    sets.reportWrongKind(owner);
    Optional<UseClass> constructed = constructors.read(owner);
    Optional<UseClass> filled = SetReader.isSet(owner) ? sets.read(owner) : readFields(owner);
    return Stream.of(filled, constructed).flatMap(Optional::stream).toList();
  }

  private Optional<UseClass> readFields(TypeElement owner) {
    List<VariableElement> annotated = FieldReader.sites(owner);
    List<Use> uses = new ArrayList<>();
    for (VariableElement field : annotated) {
      fields.read(owner, field).ifPresent(uses::add);
    }
    return uses.isEmpty() ? Optional.empty() : Optional.of(injected(owner, uses, annotated.size()));
  }

  private UseClass injected(TypeElement owner, List<Use> uses, int annotated) {
    String name = elements.getBinaryName(owner).toString();
    return new UseClass(owner, name, Kind.INJECTED, uses, uses.size() == annotated);
  }
}
