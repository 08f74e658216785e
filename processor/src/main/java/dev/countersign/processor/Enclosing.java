package dev.countersign.processor;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Asks what is around an element. */
final class Enclosing {
  private Enclosing() {}

  /** Returns the class directly around an element, or empty for a top-level class. */
  static Optional<TypeElement> of(Element element) {
    return element.getEnclosingElement() instanceof TypeElement type
        ? Optional.of(type)
        : Optional.empty();
  }

  /** Returns the class itself, or the class around a member or parameter. */
  static TypeElement owner(Element element) {
    Element owner = element;
    while (owner != null && !(owner instanceof TypeElement)) {
      owner = owner.getEnclosingElement();
    }
    if (owner == null) {
      throw new IllegalArgumentException(element + " is in no class");
    }
    return (TypeElement) owner;
  }

  /** Returns a class and all classes around it. */
  static Stream<TypeElement> all(TypeElement type) {
    return Stream.concat(Stream.of(type), of(type).stream().flatMap(Enclosing::all));
  }

  /** Returns the name of a class at run time: {@code com.acme.Outer$Inner}. */
  static String binaryName(TypeElement type) {
    return of(type)
        .map(outer -> binaryName(outer) + "$" + type.getSimpleName())
        .orElseGet(() -> type.getQualifiedName().toString());
  }

  /** Returns the outermost class around a class. */
  static TypeElement outermost(TypeElement type) {
    return of(type).map(Enclosing::outermost).orElse(type);
  }
}
