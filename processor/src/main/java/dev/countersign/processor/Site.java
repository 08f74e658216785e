package dev.countersign.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A place in the source, for messages.
 *
 * @param owner the class
 * @param member the place within it: {@code token}, {@code stripeKey()}, {@code (key)} for a
 *     constructor's parameter; empty for the class itself
 * @param element what is annotated
 * @param mirror the annotation, or null where one is lacking
 * @param value the name within the annotation, or null where there is none
 */
record Site(
    TypeElement owner,
    String member,
    Element element,
    @Nullable AnnotationMirror mirror,
    @Nullable AnnotationValue value) {

  /** Returns the place of a name in its annotation. */
  static Site of(TypeElement owner, String member, Element element, SecretMirror secret) {
    return new Site(owner, member, element, secret.mirror(), secret.value());
  }

  /** Returns the place of an element that lacks an annotation. */
  static Site of(TypeElement owner, String member, Element element) {
    return new Site(owner, member, element, null, null);
  }

  /** Returns the form that messages use: {@code Outer.Inner.token}, {@code Client(key)}. */
  String label() {
    boolean nested = !member.isEmpty() && !member.startsWith("(");
    return simpleName(owner) + (nested ? "." : "") + member;
  }

  private static String simpleName(TypeElement type) {
    String name = type.getSimpleName().toString();
    return Enclosing.of(type).map(outer -> simpleName(outer) + "." + name).orElse(name);
  }
}
