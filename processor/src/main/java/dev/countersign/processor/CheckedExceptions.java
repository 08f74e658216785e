package dev.countersign.processor;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Tells the exceptions that a caller has to declare or catch. */
final class CheckedExceptions {
  private final Elements elements;
  private final Types types;

  CheckedExceptions(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  boolean areThrownBy(ExecutableElement executable) {
    return executable.getThrownTypes().stream()
        .anyMatch(each -> !is(each, "java.lang.RuntimeException") && !is(each, "java.lang.Error"));
  }

  private boolean is(TypeMirror thrown, String className) {
    TypeElement type = elements.getTypeElement(className);
    return type != null && types.isSubtype(thrown, type.asType());
  }
}
