package dev.countersign.processor;

import dev.countersign.runtime.manifest.SecretClass.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads the constructor that takes secrets: a class has one at most. */
final class ConstructorReader {
  private static final String VISIBLE = "make it visible to its package";

  private final SiteReader sites;
  private final Diagnostics diagnostics;
  private final CheckedExceptions exceptions;

  ConstructorReader(Diagnostics diagnostics, CheckedExceptions exceptions) {
    this.sites = new SiteReader(diagnostics);
    this.diagnostics = diagnostics;
    this.exceptions = exceptions;
  }

  /** Returns the constructor with its sound uses, or empty if it has none. */
  Optional<UseClass> read(TypeElement owner) {
    List<ExecutableElement> constructors =
        ElementFilter.constructorsIn(owner.getEnclosedElements()).stream()
            .filter(constructor -> !sites(owner, constructor).isEmpty())
            .toList();
    constructors.stream().skip(1).forEach(each -> reportSecond(owner, each));
    return constructors.stream()
        .findFirst()
        .flatMap(each -> read(owner, each, constructors.size() == 1));
  }

  private Optional<UseClass> read(
      TypeElement owner, ExecutableElement constructor, boolean isOnly) {
    Optional<Obstacle> obstacle = obstacle(owner, constructor);
    List<VariableElement> annotated = sites(owner, constructor);
    List<Use> uses = new ArrayList<>();
    for (VariableElement parameter : annotated) {
      SecretMirror secret = SecretMirror.of(parameter).orElseThrow();
      Site site = site(owner, parameter, secret);
      if (obstacle.isPresent()) {
        reportUnreachable(site, secret, obstacle.get());
      } else {
        sites
            .read(site, parameter, secret, parameter.asType(), Use.Access.PARAMETER)
            .ifPresent(uses::add);
      }
    }
    boolean whole = isOnly && uses.size() == annotated.size();
    return uses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new UseClass(
                owner, Enclosing.binaryName(owner), kind(owner, constructor), uses, whole));
  }

  private Kind kind(TypeElement owner, ExecutableElement constructor) {
    boolean takesMore =
        constructor.getParameters().stream().anyMatch(each -> !SecretMirror.isOn(each));
    boolean isGeneric =
        !owner.getTypeParameters().isEmpty() || !constructor.getTypeParameters().isEmpty();
    return takesMore || isGeneric || exceptions.areThrownBy(constructor)
        ? Kind.ASSISTED
        : Kind.CONSTRUCTED;
  }

  /** Why a constructor cannot be called by generated code. */
  private record Obstacle(String what, String fix) {}

  private static Optional<Obstacle> obstacle(TypeElement owner, ExecutableElement constructor) {
    if (owner.getKind() == ElementKind.ENUM) {
      return obstacle("an enum's constructor", "annotate a static field");
    }
    if (SetReader.isSet(owner)) {
      return obstacle("a second constructor of a @SecretSet", "annotate the components alone");
    }
    if (owner.getModifiers().contains(Modifier.ABSTRACT)) {
      return obstacle(
          "the constructor of an abstract class", "annotate that of a class which extends it");
    }
    if (isInner(owner)) {
      return obstacle(
          "the constructor of an inner class", "make the class static, or annotate a field");
    }
    if (!UseClass.isAccessible(owner)) {
      return obstacle("the constructor of a private class", VISIBLE + ", or annotate a field");
    }
    if (constructor.getModifiers().contains(Modifier.PRIVATE)) {
      return obstacle("a private constructor", VISIBLE);
    }
    return signatureObstacle(owner, constructor);
  }

  private static Optional<Obstacle> signatureObstacle(
      TypeElement owner, ExecutableElement constructor) {
    boolean nameable =
        constructor.getParameters().stream()
            .allMatch(each -> SecretMirror.isOn(each) || Visibility.canName(owner, each.asType()));
    if (!nameable) {
      return obstacle("a constructor that takes a private type", VISIBLE);
    }
    List<String> ofClass = names(owner.getTypeParameters());
    return names(constructor.getTypeParameters()).stream().anyMatch(ofClass::contains)
        ? obstacle("a constructor whose type parameter hides that of its class", "rename it")
        : Optional.empty();
  }

  private static Optional<Obstacle> obstacle(String what, String fix) {
    return Optional.of(new Obstacle(what, fix));
  }

  private static boolean isInner(TypeElement owner) {
    return owner.getNestingKind() == NestingKind.MEMBER
        && !owner.getModifiers().contains(Modifier.STATIC);
  }

  private static List<String> names(List<? extends TypeParameterElement> parameters) {
    return parameters.stream().map(each -> each.getSimpleName().toString()).toList();
  }

  private void reportUnreachable(Site site, SecretMirror secret, Obstacle obstacle) {
    if (secret.isResolved()) {
      String fact = secret.name() + " cannot be injected into " + obstacle.what();
      diagnostics.report(Report.of(Code.UNREACHABLE_SITE, site, fact).fix(obstacle.fix()));
    }
  }

  private void reportSecond(TypeElement owner, ExecutableElement constructor) {
    VariableElement parameter = sites(owner, constructor).get(0);
    Site site = site(owner, parameter, SecretMirror.of(parameter).orElseThrow());
    String fact = "another constructor of " + owner.getSimpleName() + " takes secrets already";
    diagnostics.report(
        Report.of(Code.AMBIGUOUS_CONSTRUCTOR, site, fact).fix("leave @Secret on one of them"));
  }

  private static Site site(TypeElement owner, VariableElement parameter, SecretMirror secret) {
    return Site.of(owner, "(" + parameter.getSimpleName() + ")", parameter, secret);
  }

  /** Returns the annotated parameters; those of a record's components belong to the components. */
  private static List<VariableElement> sites(TypeElement owner, ExecutableElement constructor) {
    List<VariableElement> annotated = new ArrayList<>();
    for (VariableElement parameter : constructor.getParameters()) {
      if (SecretMirror.isOn(parameter)) {
        annotated.add(parameter);
      }
    }
    return Components.areOf(owner, constructor, annotated) ? List.of() : annotated;
  }
}
