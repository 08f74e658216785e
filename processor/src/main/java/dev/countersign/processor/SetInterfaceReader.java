package dev.countersign.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the methods that the implementation of a {@code @SecretSet} interface must have. */
final class SetInterfaceReader {
  /** Methods of every object, which a secret must not replace. */
  private static final Set<String> OBJECT_METHODS =
      Set.of("toString", "hashCode", "clone", "finalize");

  private final SiteReader sites;
  private final Diagnostics diagnostics;
  private final InterfaceMethods methods;
  private final Types types;
  private final Predicate<TypeElement> isSource;

  /**
   * Makes a reader.
   *
   * @param isSource tells the classes that this compilation has the source of, and positions in
   */
  SetInterfaceReader(
      Diagnostics diagnostics, Elements elements, Types types, Predicate<TypeElement> isSource) {
    this.sites = new SiteReader(diagnostics);
    this.diagnostics = diagnostics;
    this.methods = new InterfaceMethods(elements, types);
    this.types = types;
    this.isSource = isSource;
  }

  /** Returns a use for each method to implement, empty where something was reported. */
  List<Optional<Use>> read(TypeElement set) {
    List<Optional<Use>> uses = new ArrayList<>();
    for (List<ExecutableElement> method : methods.toImplement(set)) {
      uses.add(read(set, method));
    }
    return uses;
  }

  /** Reads a method by its declarations, of which one says what the secret is. */
  private Optional<Use> read(TypeElement set, List<ExecutableElement> declarations) {
    List<ExecutableElement> annotated = declarations.stream().filter(SecretMirror::isOn).toList();
    long names = annotated.stream().flatMap(SetInterfaceReader::names).distinct().count();
    if (annotated.isEmpty()) {
      return fault(
          set,
          declarations.get(0),
          "an abstract method of a @SecretSet has no @Secret",
          "annotate it, give it a body, or move it to another interface");
    }
    if (names > 1) {
      return fault(
          set,
          annotated.get(0),
          "parents of a @SecretSet name different secrets",
          "declare the method in the set, with the @Secret that is meant");
    }
    ExecutableElement method = annotated.get(0);
    return read(set, method, SecretMirror.of(method).orElseThrow());
  }

  private Optional<Use> read(TypeElement set, ExecutableElement method, SecretMirror secret) {
    Site site = site(set, method, secret);
    Optional<Report> fault = fault(site, method, secret);
    if (fault.isPresent()) {
      diagnostics.report(fault.get());
      return Optional.empty();
    }
    TypeMirror type =
        ((ExecutableType) types.asMemberOf((DeclaredType) set.asType(), method)).getReturnType();
    if (SiteType.isOpen(type)) {
      return Optional.empty(); // read with the set that says what it is
    }
    return sites.read(site, method, secret, type, Use.Access.SET_MEMBER);
  }

  private static Optional<Report> fault(Site site, ExecutableElement method, SecretMirror secret) {
    if (!method.getParameters().isEmpty()) {
      return unreachable(site, secret, "a method with parameters", "remove the parameters");
    }
    if (!method.getTypeParameters().isEmpty()) {
      return unreachable(site, secret, "a generic method", "remove the type parameters");
    }
    if (OBJECT_METHODS.contains(method.getSimpleName().toString())) {
      return unreachable(site, secret, "a method that every object has", "rename the method");
    }
    return Optional.empty();
  }

  private static Optional<Report> unreachable(
      Site site, SecretMirror secret, String what, String fix) {
    String fact = secret.name() + " cannot be returned by " + what;
    return Optional.of(Report.of(Code.UNREACHABLE_SITE, site, fact).fix(fix));
  }

  private Optional<Use> fault(TypeElement set, ExecutableElement method, String fact, String fix) {
    Element shown = isDeclaredIn(set, method) ? method : set;
    Site site = Site.of(set, InterfaceMethods.label(method), shown);
    diagnostics.report(Report.of(Code.INVALID_SET, site, fact).fix(fix));
    return Optional.empty();
  }

  private static Stream<String> names(ExecutableElement method) {
    return SecretMirror.of(method).map(SecretMirror::name).stream();
  }

  /** Returns the method itself; the set's own annotation if the method comes from a class file. */
  private Site site(TypeElement set, ExecutableElement method, SecretMirror secret) {
    TypeElement declaring = Enclosing.owner(method);
    String label = InterfaceMethods.label(method);
    return isDeclaredIn(set, method) || isSource.test(declaring)
        ? Site.of(declaring, label, method, secret)
        : new Site(set, label, set, SecretMirror.setOf(set).orElse(null), null);
  }

  private static boolean isDeclaredIn(TypeElement set, ExecutableElement method) {
    return Enclosing.owner(method).equals(set);
  }
}
