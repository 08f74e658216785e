package dev.countersign.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** What a generated class must name though a compiler may warn of it: the user was told already. */
final class Lints {
  private final Elements elements;

  Lints(Elements elements) {
    this.elements = elements;
  }

  /** Returns the warnings to silence in what is generated for a class. */
  List<String> of(UseClass type) {
    List<String> lints = new ArrayList<>();
    if (named(type).anyMatch(elements::isDeprecated)) {
      lints.addAll(List.of("deprecation", "removal"));
    }
    if (signature(type).anyMatch(Visibility::isRaw)) {
      lints.add("rawtypes");
    }
    return lints;
  }

  private static Stream<Element> named(UseClass type) {
    Stream<Element> sites =
        type.uses().stream().flatMap(use -> Stream.of(use.element(), around(use)));
    Stream<Element> constants =
        type.uses().stream().flatMap(use -> Stream.ofNullable(use.type().constants()));
    return Stream.of(
            Enclosing.all(type.element()), sites, constants, signature(type).flatMap(Lints::named))
        .flatMap(each -> each);
  }

  /** Returns the constructor around a parameter; the class around anything else. */
  private static Element around(Use use) {
    Element around = use.element().getEnclosingElement();
    return around == null ? use.site().owner() : around;
  }

  /** Returns the types that a factory must name: all that its constructor takes and throws. */
  private static Stream<TypeMirror> signature(UseClass type) {
    return type.uses().stream()
        .limit(1)
        .map(Lints::around)
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast)
        .flatMap(
            constructor ->
                Stream.concat(
                    constructor.getParameters().stream().map(Element::asType),
                    constructor.getThrownTypes().stream()));
  }

  private static Stream<Element> named(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return named(array.getComponentType());
    }
    return type instanceof DeclaredType declared
        ? Stream.concat(
            Stream.of(declared.asElement()),
            declared.getTypeArguments().stream().flatMap(Lints::named))
        : Stream.empty();
  }
}
