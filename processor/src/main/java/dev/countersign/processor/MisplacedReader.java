package dev.countersign.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reports annotations that stand where nothing can be injected. */
final class MisplacedReader {
  private static final String FIELD = "annotate a field that is not final";
  private static final String SET = "annotate a field, or the method of a @SecretSet interface";

  private final Diagnostics diagnostics;

  MisplacedReader(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void read(TypeElement owner) {
    for (Element member : owner.getEnclosedElements()) {
      switch (member.getKind()) {
        case ENUM_CONSTANT -> report(owner, name(member), member, "an enum constant", FIELD);
        case FIELD -> readField(owner, (VariableElement) member);
        case RECORD_COMPONENT -> readComponent(owner, member);
        case METHOD -> readMethod(owner, (ExecutableElement) member);
        default -> {} // a constructor is read elsewhere, and the rest holds no annotation of ours
      }
    }
  }

  private void readField(TypeElement owner, VariableElement field) {
    if (SetReader.isSet(owner) && field.getModifiers().contains(Modifier.STATIC)) {
      report(owner, name(field), field, "a static field of a @SecretSet", "move it to a class");
    }
  }

  private void readComponent(TypeElement owner, Element component) {
    if (!SetReader.isSet(owner)) {
      report(
          Components.site(owner, component),
          component,
          "a record that is no @SecretSet",
          mark(owner));
    }
  }

  private void readMethod(TypeElement owner, ExecutableElement method) {
    readParameters(owner, method, name(method), "a method's parameter", SET);
    String member = InterfaceMethods.label(method);
    if (owner.getKind() == ElementKind.RECORD) {
      readAccessor(owner, method, member);
    } else if (owner.getKind() != ElementKind.INTERFACE) {
      report(owner, member, method, "a method of a class", SET);
    } else if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
      report(owner, member, method, "a method with a body", "remove the body or the annotation");
    } else if (!SetReader.isSet(owner)) {
      report(owner, member, method, "an interface that is no @SecretSet", mark(owner));
    }
  }

  private void readAccessor(TypeElement owner, ExecutableElement method, String member) {
    if (!Components.isCopy(owner, method)) {
      report(owner, member, method, "a method of a record", "annotate its component instead");
    }
  }

  private void readParameters(
      TypeElement owner, ExecutableElement executable, String name, String what, String fix) {
    for (VariableElement parameter : executable.getParameters()) {
      report(owner, name + "(" + name(parameter) + ")", parameter, what, fix);
    }
  }

  private void report(TypeElement owner, String member, Element element, String what, String fix) {
    SecretMirror.of(element)
        .ifPresent(secret -> report(Site.of(owner, member, element, secret), element, what, fix));
  }

  private void report(Site site, Element element, String what, String fix) {
    SecretMirror.of(element)
        .filter(SecretMirror::isResolved)
        .map(secret -> unreachable(site, secret, what, fix))
        .ifPresent(diagnostics::report);
  }

  static Report unreachable(Site site, SecretMirror secret, String what, String fix) {
    String fact = secret.name() + " cannot be injected into " + what;
    return Report.of(Code.UNREACHABLE_SITE, site, fact).fix(fix);
  }

  private static String mark(TypeElement owner) {
    return "annotate " + owner.getSimpleName() + " with @SecretSet";
  }

  private static String name(Element element) {
    return element.getSimpleName().toString();
  }
}
