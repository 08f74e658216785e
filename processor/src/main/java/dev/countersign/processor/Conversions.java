package dev.countersign.processor;

import com.palantir.javapoet.CodeBlock;

/** Writes the call that makes a site's value: {@code Sites.value(secrets, "StripeKey")}. */
final class Conversions {
  private Conversions() {}

  static CodeBlock of(Use use) {
    return CodeBlock.of(
        "$T.$N(secrets, $S)", RuntimeTypes.SITES, use.type().conversion(), use.name().value());
  }
}
