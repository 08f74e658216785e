package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import javax.lang.model.element.TypeElement;

/** Writes the call that makes a site's value: {@code Sites.text(secrets, "StripeKey")}. */
final class Conversions {
  private Conversions() {}

  static CodeBlock of(Use use) {
    return of(use, "secrets");
  }

  /** Returns the call where the secrets have another name. */
  static CodeBlock of(Use use, String secrets) {
    SiteType type = use.type();
    String name = use.name().value();
    return type.isDirect()
        ? CodeBlock.of(
            "$T.$N($N, $S)", RuntimeTypes.SITES, type.value().conversion(), secrets, name)
        : CodeBlock.of(
            "$T.$N($N, $S, $L)", RuntimeTypes.SITES, method(type), secrets, name, conversion(type));
  }

  /** Returns a call whose type is exactly that of the site: a handle takes it as it is. */
  static CodeBlock exactly(Use use) {
    return use.type().typeName().isPrimitive()
        ? CodeBlock.of("($T) $L", use.type().typeName(), of(use))
        : of(use);
  }

  private static String method(SiteType type) {
    if (type.supplied()) {
      return type.optional() ? "optionalSupplier" : "supplier";
    }
    return type.optional() ? "find" : "get";
  }

  private static CodeBlock conversion(SiteType type) {
    String name = type.value().conversion();
    TypeElement constants = type.constants();
    return constants == null
        ? CodeBlock.of("$T.$N()", RuntimeTypes.CONVERSION, name)
        : CodeBlock.of("$T.$N($T.class)", RuntimeTypes.CONVERSION, name, ClassName.get(constants));
  }
}
