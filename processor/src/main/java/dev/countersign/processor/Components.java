package dev.countersign.processor;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Finds where messages about a record's component are shown. */
final class Components {
  private Components() {}

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
