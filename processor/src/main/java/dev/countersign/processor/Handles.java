package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** The constants of an injector through which it fills what the language lets it not assign. */
final class Handles {
  private static final String OWNER = "OWNER";
  private static final TypeName CLASS_OF_ANY =
      ParameterizedTypeName.get(
          ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));

  private final UseClass type;
  private final NameAllocator names = new NameAllocator();

  Handles(UseClass type) {
    this.type = type;
    names.newName(OWNER);
    for (Use use : type.uses()) {
      names.newName(constant(use.memberName()), use);
    }
  }

  /** Returns the constant for a field. */
  String of(Use use) {
    return names.get(use);
  }

  TypeSpec.Builder addTo(TypeSpec.Builder injector) {
    if (!type.isAccessible()) {
      injector.addField(owner());
    }
    for (Use use : type.uses()) {
      if (use.access().needsHandle()) {
        injector.addField(handle(use));
      }
    }
    return injector;
  }

  /** A class that cannot be named is looked up; that finds what is in the same package. */
  private FieldSpec owner() {
    return field(CLASS_OF_ANY, OWNER)
        .initializer(
            "$T.owner($T.lookup(), $S)", RuntimeTypes.SITES, MethodHandles.class, type.binaryName())
        .build();
  }

  private FieldSpec handle(Use use) {
    String method = use.access().isStatic() ? "staticField" : "field";
    return field(TypeName.get(VarHandle.class), of(use))
        .initializer(
            "$T.$N($T.lookup(), $L, $S, $T.class)",
            RuntimeTypes.SITES,
            method,
            MethodHandles.class,
            ownerLiteral(),
            use.memberName(),
            use.type().erasure())
        .build();
  }

  private CodeBlock ownerLiteral() {
    return type.isAccessible()
        ? CodeBlock.of("$T.class", ClassName.get(type.element()))
        : CodeBlock.of("$N", OWNER);
  }

  private static FieldSpec.Builder field(TypeName fieldType, String name) {
    return FieldSpec.builder(fieldType, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }

  /** Returns {@code GIT_HUB_TOKEN} for {@code gitHubToken}. */
  private static String constant(String field) {
    StringBuilder constant = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      boolean word = i > 0 && Character.isUpperCase(field.charAt(i));
      if (word && Character.isLowerCase(field.charAt(i - 1))) {
        constant.append('_');
      }
      constant.append(field.charAt(i));
    }
    return constant.toString().toUpperCase(Locale.ROOT);
  }
}
