package dev.countersign.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/**
 * Writes the creator of a {@code @SecretSet}, and for an interface the class that implements it.
 */
final class SetWriter {
  /** The class within a creator that implements an interface. */
  static final String IMPLEMENTATION = "Implementation";

  private SetWriter() {}

  static TypeSpec write(UseClass set) {
    ClassName type = ClassName.get(set.element());
    boolean record = set.element().getKind() == ElementKind.RECORD;
    TypeSpec.Builder creator =
        GeneratedFiles.classOf(set.generatedName())
            .addSuperinterface(ParameterizedTypeName.get(RuntimeTypes.CREATOR, type))
            .addMethod(create(type, record ? newRecord(set) : newImplementation()))
            .addOriginatingElement(set.element());
    return record ? creator.build() : creator.addType(implementation(set)).build();
  }

  private static MethodSpec create(ClassName type, CodeBlock instance) {
    return overriding("create")
        .returns(type)
        .addParameter(RuntimeTypes.SECRETS, "secrets")
        .addStatement("return $L", instance)
        .build();
  }

  private static CodeBlock newRecord(UseClass set) {
    CodeBlock values = set.uses().stream().map(Conversions::of).collect(CodeBlock.joining(",\n"));
    return CodeBlock.of("new $T(\n$>$>$L$<$<)", ClassName.get(set.element()), values);
  }

  private static CodeBlock newImplementation() {
    return CodeBlock.of("new $N(secrets)", IMPLEMENTATION);
  }

  private static TypeSpec implementation(UseClass set) {
    TypeSpec.Builder implementation =
        TypeSpec.classBuilder(IMPLEMENTATION)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(ClassName.get(set.element()))
            .avoidClashesWithNestedClasses(set.element());
    for (Use use : set.uses()) {
      implementation.addField(
          use.type().typeName(), use.memberName(), Modifier.PRIVATE, Modifier.FINAL);
    }
    implementation.addMethod(constructor(set));
    for (Use use : set.uses()) {
      implementation.addMethod(accessor(use));
    }
    return implementation.addMethod(redactedToString(set)).build();
  }

  private static MethodSpec constructor(UseClass set) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder().addParameter(RuntimeTypes.SECRETS, "secrets");
    for (Use use : set.uses()) {
      constructor.addStatement("this.$N = $L", use.memberName(), Conversions.of(use));
    }
    return constructor.build();
  }

  private static MethodSpec accessor(Use use) {
    return overriding(use.memberName())
        .returns(use.type().typeName())
        .addStatement("return $N", use.memberName())
        .build();
  }

  private static MethodSpec redactedToString(UseClass set) {
    return overriding("toString")
        .returns(String.class)
        .addStatement("return $S", set.element().getSimpleName() + "[redacted]")
        .build();
  }

  private static MethodSpec.Builder overriding(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
