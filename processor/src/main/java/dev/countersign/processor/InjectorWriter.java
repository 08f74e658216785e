package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** Writes the injector of one class: assignments, and handles where the language allows none. */
final class InjectorWriter {
  private final WildcardTypes types;

  InjectorWriter(WildcardTypes types) {
    this.types = types;
  }

  TypeSpec write(UseClass type) {
    TypeName target = type.isAccessible() ? types.anyOf(type.element()) : ClassName.OBJECT;
    Handles handles = new Handles(type);
    return handles
        .addTo(GeneratedFiles.classOf(type.generatedName()))
        .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.INJECTOR, target))
        .addMethod(inject(type, target, handles))
        .addMethod(injectStatic(type, handles))
        .addOriginatingElement(type.element())
        .build();
  }

  private static MethodSpec inject(UseClass type, TypeName target, Handles handles) {
    MethodSpec.Builder method = method("inject").addParameter(target, "target");
    return fill(method, type, false, handles);
  }

  private static MethodSpec injectStatic(UseClass type, Handles handles) {
    return fill(method("injectStatic"), type, true, handles);
  }

  private static MethodSpec fill(
      MethodSpec.Builder method, UseClass type, boolean statics, Handles handles) {
    method.addParameter(RuntimeTypes.SECRETS, "secrets");
    for (Use use : type.uses()) {
      if (use.access().isStatic() == statics) {
        method.addStatement(assignment(type, use, handles));
      }
    }
    return method.build();
  }

  private static CodeBlock assignment(UseClass type, Use use, Handles handles) {
    CodeBlock value = Conversions.of(use);
    return switch (use.access()) {
      case PRIVATE_FIELD ->
          CodeBlock.of("$N.set(target, $L)", handles.of(use), Conversions.exactly(use));
      case PRIVATE_STATIC_FIELD ->
          CodeBlock.of("$N.set($L)", handles.of(use), Conversions.exactly(use));
      case STATIC_FIELD ->
          CodeBlock.of("$T.$N = $L", ClassName.get(type.element()), use.memberName(), value);
      default -> CodeBlock.of("target.$N = $L", use.memberName(), value);
    };
  }

  private static MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
