package dev.countersign.processor;

import dev.countersign.runtime.manifest.SecretClass.Kind;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads a {@code @SecretSet}: an interface or a record whose every member is a secret. */
final class SetReader {
  private final Diagnostics diagnostics;
  private final Elements elements;
  private final SetInterfaceReader interfaces;
  private final SetRecordReader records;

  SetReader(
      Diagnostics diagnostics,
      Elements elements,
      SetInterfaceReader interfaces,
      SetRecordReader records) {
    this.diagnostics = diagnostics;
    this.elements = elements;
    this.interfaces = interfaces;
    this.records = records;
  }

  /** Says whether this class is meant to be a set and is of a kind that can be one. */
  static boolean isSet(TypeElement type) {
    return SecretMirror.setOf(type).isPresent() && canBeSet(type);
  }

  /** Returns the set, or empty if it has no sound use. */
  Optional<UseClass> read(TypeElement set) {
    boolean shape = hasSoundShape(set);
    List<Optional<Use>> members =
        switch (set.getKind()) {
          case RECORD -> records.read(set);
          default -> interfaces.read(set);
        };
    if (members.isEmpty()) {
      report(set, "has no secret", "annotate its methods or components with @Secret");
    }
    List<Use> uses = members.stream().flatMap(Optional::stream).toList();
    boolean whole = shape && uses.size() == members.size();
    String name = elements.getBinaryName(set).toString();
    return uses.isEmpty()
        ? Optional.empty()
        : Optional.of(new UseClass(set, name, Kind.SET, uses, whole));
  }

  /** Reports the annotation on what is neither an interface nor a record. */
  void reportWrongKind(TypeElement type) {
    if (SecretMirror.setOf(type).isPresent() && !canBeSet(type)) {
      report(
          type,
          "is neither an interface nor a record",
          "make it one, or remove @SecretSet and annotate its fields");
    }
  }

  private boolean hasSoundShape(TypeElement set) {
    if (!UseClass.isAccessible(set)) {
      return report(set, "is private, or within a private class", "make it visible to its package");
    }
    if (set.getModifiers().contains(Modifier.SEALED)) {
      return report(set, "is sealed, so that nothing can implement it", "remove sealed");
    }
    boolean isGeneric = !set.getTypeParameters().isEmpty();
    if (isGeneric && set.getKind() == ElementKind.RECORD) {
      return report(set, "has type parameters", "remove them");
    }
    return !isGeneric; // an interface can be the parent of a set that says what they are
  }

  private boolean report(TypeElement set, String fact, String fix) {
    Optional<AnnotationMirror> mirror = SecretMirror.setOf(set);
    Site site = new Site(set, "", set, mirror.orElse(null), null);
    diagnostics.report(Report.of(Code.INVALID_SET, site, "the @SecretSet " + fact).fix(fix));
    return false;
  }

  private static boolean canBeSet(TypeElement type) {
    return switch (type.getKind()) {
      case INTERFACE, RECORD -> true;
      default -> false;
    };
  }
}
