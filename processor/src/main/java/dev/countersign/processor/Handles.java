package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import java.lang.invoke.MethodHandles;
import javax.lang.model.element.Modifier;

/** What a generated class fills the fields through that the language lets it not assign. */
final class Handles {
  private static final String NAME = "HANDLES";

  private int size;

  /** Returns the call that finds the handle of a field when it is first filled. */
  CodeBlock of(UseClass type, Use use) {
    return CodeBlock.of(
        "$N.$N($L, $L, $S, $T.class)",
        NAME,
        use.access().isStatic() ? "staticField" : "field",
        size++,
        owner(type),
        use.memberName(),
        use.type().erasure());
  }

  /** A class that cannot be named is looked up; that finds what is in the same package. */
  private static CodeBlock owner(UseClass type) {
    return type.isAccessible()
        ? CodeBlock.of("$T.class", ClassName.get(type.element()))
        : CodeBlock.of("$S", type.binaryName());
  }

  /** Adds the constant that keeps the handles, if there are any. */
  TypeSpec.Builder addTo(TypeSpec.Builder injectors) {
    return size == 0 ? injectors : injectors.addField(constant());
  }

  private FieldSpec constant() {
    return FieldSpec.builder(
            RuntimeTypes.HANDLES, NAME, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("new $T($T.lookup(), $L)", RuntimeTypes.HANDLES, MethodHandles.class, size)
        .build();
  }
}
