package dev.countersign.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads the annotated fields of a class. */
final class FieldReader {
  private final SiteReader sites;
  private final Diagnostics diagnostics;

  FieldReader(Diagnostics diagnostics) {
    this.sites = new SiteReader(diagnostics);
    this.diagnostics = diagnostics;
  }

  /** Returns the annotated fields; those of a record's components belong to the components. */
  static List<VariableElement> sites(TypeElement owner) {
    List<VariableElement> fields = new ArrayList<>();
    for (VariableElement field : ElementFilter.fieldsIn(owner.getEnclosedElements())) {
      if (field.getKind() == ElementKind.FIELD
          && SecretMirror.isOn(field)
          && !isOfComponent(field)) {
        fields.add(field);
      }
    }
    return fields;
  }

  /** Returns the use, or empty if something was reported. */
  Optional<Use> read(TypeElement owner, VariableElement field) {
    SecretMirror secret = SecretMirror.of(field).orElseThrow();
    Site site = Site.of(owner, field.getSimpleName().toString(), field, secret);
    if (field.getModifiers().contains(Modifier.FINAL)) {
      diagnostics.report(finalField(site, secret, otherForms(owner, field)));
      return Optional.empty();
    }
    return sites.read(site, field, secret, field.asType(), access(owner, field));
  }

  private static Report finalField(Site site, SecretMirror secret, String otherForms) {
    return Report.of(
            Code.FINAL_FIELD, site, secret.name() + " cannot be injected into a final field")
        .fix(otherForms);
  }

  private static String otherForms(TypeElement owner, VariableElement field) {
    if (owner.getKind().isInterface()) {
      return "make it a method of a @SecretSet interface, or a field of a class, which need not be"
          + " final";
    }
    return field.getModifiers().contains(Modifier.STATIC)
        ? "remove final"
        : "remove final, annotate the constructor's parameter that it is set from, or make it a"
            + " component of a @SecretSet record";
  }

  /** Says whether another class of the package cannot assign a field. */
  static boolean needsHandle(TypeElement owner, VariableElement field) {
    return field.getModifiers().contains(Modifier.PRIVATE) || !UseClass.isAccessible(owner);
  }

  private static Use.Access access(TypeElement owner, VariableElement field) {
    boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
    return Use.Access.field(isStatic, needsHandle(owner, field));
  }

  private static boolean isOfComponent(VariableElement field) {
    return Enclosing.owner(field).getKind() == ElementKind.RECORD
        && !field.getModifiers().contains(Modifier.STATIC);
  }
}
