package dev.countersign.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/** Finds what the compiler does not know yet: another processor may still generate it. */
final class Unresolved {
  private Unresolved() {}

  /** Says whether anything that a class says of its secrets is still unknown. */
  static boolean isIn(TypeElement owner) {
    return annotated(owner).stream().anyMatch(Unresolved::isIn)
        || constructors(owner).anyMatch(Unresolved::isInSignature)
        || (SetReader.isSet(owner)
            && owner.getInterfaces().stream().anyMatch(Unresolved::isInParent));
  }

  /** Says whether a type, or a part of it, is still unknown. */
  static boolean isIn(TypeMirror type) {
    return switch (type.getKind()) {
      case ERROR -> true;
      case ARRAY -> isIn(((ArrayType) type).getComponentType());
      case DECLARED -> ((DeclaredType) type).getTypeArguments().stream().anyMatch(Unresolved::isIn);
      case WILDCARD -> isIn((WildcardType) type);
      default -> false;
    };
  }

  private static boolean isIn(WildcardType type) {
    return Stream.of(type.getExtendsBound(), type.getSuperBound())
        .anyMatch(bound -> bound != null && isIn(bound));
  }

  /** Returns the constructors that take secrets: a factory names all that they take and throw. */
  private static Stream<ExecutableElement> constructors(TypeElement owner) {
    return ElementFilter.constructorsIn(owner.getEnclosedElements()).stream()
        .filter(constructor -> constructor.getParameters().stream().anyMatch(SecretMirror::isOn));
  }

  private static boolean isInSignature(ExecutableElement constructor) {
    return constructor.getParameters().stream().anyMatch(Unresolved::isIn)
        || constructor.getThrownTypes().stream().anyMatch(Unresolved::isIn);
  }

  private static boolean isIn(Element element) {
    boolean name = SecretMirror.of(element).filter(secret -> !secret.isResolved()).isPresent();
    return name || isIn(typeOf(element));
  }

  private static boolean isInParent(TypeMirror parent) {
    if (parent.getKind() == TypeKind.ERROR) {
      return true;
    }
    TypeElement type = (TypeElement) ((DeclaredType) parent).asElement();
    return annotated(type).stream().anyMatch(Unresolved::isIn)
        || type.getInterfaces().stream().anyMatch(Unresolved::isInParent);
  }

  private static TypeMirror typeOf(Element element) {
    return element instanceof ExecutableElement method ? method.getReturnType() : element.asType();
  }

  private static List<Element> annotated(TypeElement owner) {
    List<Element> all = new ArrayList<>();
    List<VariableElement> fields = ElementFilter.fieldsIn(owner.getEnclosedElements());
    List<RecordComponentElement> components =
        ElementFilter.recordComponentsIn(owner.getEnclosedElements());
    all.addAll(fields);
    all.addAll(components);
    all.addAll(ElementFilter.methodsIn(owner.getEnclosedElements()));
    all.removeIf(element -> !SecretMirror.isOn(element));
    return all;
  }
}
