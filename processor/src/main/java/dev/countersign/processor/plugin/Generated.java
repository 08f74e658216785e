package dev.countersign.processor.plugin;

import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Tells classes that a tool wrote, which nobody would mend by hand. */
final class Generated {
  private static final Set<String> ANNOTATIONS =
      Set.of("javax.annotation.processing.Generated", "javax.annotation.Generated");

  private Generated() {}

  static boolean isOn(Element element) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (ANNOTATIONS.contains(type.getQualifiedName().toString())) {
        return true;
      }
    }
    return false;
  }
}
