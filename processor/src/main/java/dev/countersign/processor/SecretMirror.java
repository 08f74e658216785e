package dev.countersign.processor;

import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * An annotation of ours, read without loading its class: {@code getAnnotation()} throws where a
 * constant is unresolved.
 *
 * @param mirror the annotation
 * @param value what stands in it, or null if nothing does
 */
record SecretMirror(AnnotationMirror mirror, @Nullable AnnotationValue value) {
  static final String SECRET = "dev.countersign.Secret";
  static final String SECRET_SET = "dev.countersign.SecretSet";

  /** What compilers give for a constant they cannot resolve; a real text would be in quotes. */
  private static final String ERRONEOUS = "<error>";

  /** Returns the {@code @Secret} of an element. */
  static Optional<SecretMirror> of(Element element) {
    return find(element, SECRET).map(mirror -> new SecretMirror(mirror, valueOf(mirror)));
  }

  static boolean isOn(Element element) {
    return find(element, SECRET).isPresent();
  }

  static Optional<AnnotationMirror> setOf(Element element) {
    return find(element, SECRET_SET);
  }

  /** Says whether the name is known; if not, the compiler reports why, or it appears later. */
  boolean isResolved() {
    return value != null
        && value.getValue() instanceof String
        && !value.toString().equals(ERRONEOUS);
  }

  String name() {
    return value == null ? "" : String.valueOf(value.getValue());
  }

  private static Optional<AnnotationMirror> find(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(annotation)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  private static @Nullable AnnotationValue valueOf(AnnotationMirror mirror) {
    Map<? extends ExecutableElement, ? extends AnnotationValue> values = mirror.getElementValues();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        values.entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals("value")) {
        return entry.getValue();
      }
    }
    return null;
  }
}
