package dev.countersign.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** The components of records, and where messages about them are shown. */
final class Components {
  private Components() {}

  /** Returns the components of a record. The Eclipse compiler fails where it is asked of others. */
  static List<? extends RecordComponentElement> of(TypeElement type) {
    return type.getKind() == ElementKind.RECORD ? type.getRecordComponents() : List.of();
  }

  /**
   * Says whether a constructor is the canonical one of a record, and its annotations are only the
   * compiler's copies of those of the components.
   */
  static boolean areOf(
      TypeElement owner, ExecutableElement constructor, List<VariableElement> annotated) {
    return owner.getKind() == ElementKind.RECORD
        && constructor.getParameters().size() == of(owner).size()
        && annotated.stream().allMatch(parameter -> isCopy(owner, parameter));
  }

  /** Says whether an annotation is only the compiler's copy of that of a component. */
  static boolean isCopy(TypeElement owner, Element element) {
    return of(owner).stream()
        .filter(component -> component.getSimpleName().equals(element.getSimpleName()))
        .anyMatch(SecretMirror::isOn);
  }

  /** Returns the place of a component. Compilers know that of its field, not its own. */
  static Site site(TypeElement owner, Element component) {
    String member = component.getSimpleName().toString();
    Element shown = field(owner, component).orElse(component);
    return SecretMirror.of(shown)
        .map(secret -> Site.of(owner, member, shown, secret))
        .orElseGet(() -> Site.of(owner, member, shown));
  }

  private static Optional<Element> field(TypeElement owner, Element component) {
    for (VariableElement field : ElementFilter.fieldsIn(owner.getEnclosedElements())) {
      if (field.getSimpleName().equals(component.getSimpleName())) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
