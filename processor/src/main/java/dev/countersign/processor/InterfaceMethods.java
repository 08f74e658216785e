package dev.countersign.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds the methods that an implementation of an interface must have, inherited ones included. */
final class InterfaceMethods {
  /** What a class has of {@code Object} though an interface may name it again. */
  private static final Set<String> OF_OBJECT =
      Set.of("toString()", "hashCode()", "equals(java.lang.Object)");

  private final Elements elements;
  private final Types types;

  InterfaceMethods(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /**
   * Returns the methods, the interface's own first. Each is a list of its declarations: several,
   * where parents declare the same and none of them overrides the other.
   */
  List<List<ExecutableElement>> toImplement(TypeElement type) {
    Map<String, List<ExecutableElement>> found = new LinkedHashMap<>();
    collect(type, type, found);
    List<List<ExecutableElement>> result = new ArrayList<>();
    for (Map.Entry<String, List<ExecutableElement>> entry : found.entrySet()) {
      List<ExecutableElement> method = entry.getValue();
      boolean isAbstract =
          method.stream().allMatch(each -> each.getModifiers().contains(Modifier.ABSTRACT));
      if (isAbstract && !isOfObject(entry.getKey(), method)) {
        result.add(method);
      }
    }
    return result;
  }

  /** Returns how messages name a method: {@code stripeKey()}, {@code find(id)}. */
  static String label(ExecutableElement method) {
    List<String> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      parameters.add(parameter.getSimpleName().toString());
    }
    return method.getSimpleName() + "(" + String.join(", ", parameters) + ")";
  }

  private void collect(
      TypeElement set, TypeElement type, Map<String, List<ExecutableElement>> found) {
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (isInherited(method)) {
        add(set, method, found.computeIfAbsent(signature(method), key -> new ArrayList<>()));
      }
    }
    for (TypeMirror parent : type.getInterfaces()) {
      if (types.asElement(parent) instanceof TypeElement element) {
        collect(set, element, found);
      }
    }
  }

  private void add(TypeElement set, ExecutableElement method, List<ExecutableElement> others) {
    boolean isKnown =
        others.stream()
            .anyMatch(other -> other.equals(method) || elements.overrides(other, method, set));
    if (!isKnown) {
      others.removeIf(other -> elements.overrides(method, other, set));
      others.add(method);
    }
  }

  private String signature(ExecutableElement method) {
    List<String> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      parameters.add(types.erasure(parameter.asType()).toString());
    }
    return method.getSimpleName() + "(" + String.join(",", parameters) + ")";
  }

  private static boolean isInherited(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.STATIC)
        && !method.getModifiers().contains(Modifier.PRIVATE);
  }

  private static boolean isOfObject(String signature, List<ExecutableElement> method) {
    return OF_OBJECT.contains(signature) && method.stream().noneMatch(SecretMirror::isOn);
  }
}
